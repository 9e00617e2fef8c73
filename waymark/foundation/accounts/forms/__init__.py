"""What the pages of accounts accept."""
