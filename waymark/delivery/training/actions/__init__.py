"""What is done in training: each a deed."""
