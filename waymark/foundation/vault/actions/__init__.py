"""What is done with keys and documents."""
