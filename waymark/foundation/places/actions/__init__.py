"""What people do with places."""
