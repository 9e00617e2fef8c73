"""What the pages of support accept. They never save; the actions do."""
