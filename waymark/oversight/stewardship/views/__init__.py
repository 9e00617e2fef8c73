"""Pages of requests to see one’s own data."""
