"""What the pages of consent accept. They never save; the actions do."""
