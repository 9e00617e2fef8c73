"""Deeds about requests to see one’s own data."""
