"""Commissioned projects, grants and outcomes. Nothing lives here yet."""
