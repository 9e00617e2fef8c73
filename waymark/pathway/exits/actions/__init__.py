"""What people do at the end of support and after it."""
