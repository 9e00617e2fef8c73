"""Deeds of feedback."""
