"""Visits, consultations and other activities. Nothing lives here yet."""
