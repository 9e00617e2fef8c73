"""Waymark: how a council and its partners deliver Prevent as safeguarding. Four wings; see docs/tour.md."""
