"""What is done to panels: one function for each deed."""
