"""Erasing what is due; setting a shorter period."""
