"""Loading reference data: what ships with Waymark, and registers as they are published."""
