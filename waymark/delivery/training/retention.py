"""How long training is kept: names three years after somebody was last trained; counts without names six more."""

from __future__ import annotations

from waymark.foundation.retention import declare_along, declare_kept

RECORD, COUNTS = "training-record", "project-grant"


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("training.Trainee", RECORD, starts="last_on")
    declare_kept("training.Session", COUNTS, starts="ends_at")
    declare_kept("training.Attendance", COUNTS, starts="held_on")
    declare_along(COUNTS, "training.Booking", "training.Trainer", otherwise="With its session")
    declare_kept("training.Course", COUNTS, starts="ended_on")
    declare_along(COUNTS, "training.CourseVersion", otherwise="With its course")
    declare_kept("training.Audience", COUNTS, starts="ended_on")
    declare_kept("training.StaffRole", COUNTS, starts="ended_on")
