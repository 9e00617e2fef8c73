"""How long meetings are kept: the agenda without names, and who came, six years after the meeting."""

from __future__ import annotations

from waymark.foundation.retention import declare_along, declare_kept

MINUTES = "panel-minutes"


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("meetings.Meeting", MINUTES, starts="ends_at")
    declare_along(MINUTES, "meetings.Attendance", otherwise="With its meeting")
