"""What people do with the lists of their authority."""
