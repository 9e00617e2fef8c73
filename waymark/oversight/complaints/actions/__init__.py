"""What people do with a complaint."""
