"""The public site. Nothing lives here yet."""
