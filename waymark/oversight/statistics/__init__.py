"""Disclosure control and published tables. Nothing lives here yet."""
