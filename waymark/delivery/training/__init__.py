"""Courses, sessions, bookings, attendance. Nothing lives here yet."""
