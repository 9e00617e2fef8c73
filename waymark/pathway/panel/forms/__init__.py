"""What the pages of panels accept."""
