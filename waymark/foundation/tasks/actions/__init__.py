"""Asking, taking, doing and reminding."""
