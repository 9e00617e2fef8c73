"""What the pages of meetings accept."""
