"""Papers made from measures. Nothing lives here yet."""
