"""Posting a message, and what the jobs do with it."""
