"""Issues that somebody raised about an institution, and what people asked for that there is not yet."""
