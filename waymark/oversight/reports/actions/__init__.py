"""What is done to a report."""
