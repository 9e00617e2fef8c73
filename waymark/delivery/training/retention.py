"""How long training is kept: names three years after somebody was last trained; counts without names six more."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from waymark.foundation.retention import declare_along, declare_kept
from waymark.foundation.retention.kept import delete_rows

RECORD, COUNTS = "training-record", "project-grant"
OF_SESSIONS = ("Booking", "KeptPlaces", "SignIn", "Substitution", "Trainer")


def _without_certificates(rows: QuerySet[Any]) -> int:
    """A person goes with their certificates; that somebody came stays, as one without a name."""
    apps.get_model("training.Certificate").objects.filter(attendance__trainee__in=rows).delete()
    return delete_rows(rows)


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("training.Trainee", RECORD, starts="last_on", erase=_without_certificates)
    declare_kept("training.Session", COUNTS, starts="ends_at")
    declare_kept("training.Attendance", COUNTS, starts="held_on")
    declare_along(COUNTS, *(f"training.{part}" for part in OF_SESSIONS), otherwise="With its session")
    declare_kept("training.TrainingRequest", RECORD, starts="asked_at")
    declare_along(RECORD, "training.Certificate", "training.Declared", otherwise="With its trainee")
    declare_along(COUNTS, "training.RefreshRule", otherwise="With its role")
    declare_kept("training.Course", COUNTS, starts="ended_on")
    declare_along(COUNTS, "training.CourseVersion", otherwise="With its course")
    declare_kept("training.Audience", COUNTS, starts="ended_on")
    declare_kept("training.StaffRole", COUNTS, starts="ended_on")
    declare_along(COUNTS, "training.WaitingRule", otherwise="Stays: it says how places were given")
    declare_kept("training.Headcount", COUNTS, starts="counted_on")
    declare_kept("training.Term", RECORD, starts="until_on")
    declare_along(RECORD, "training.Councillor", otherwise="With its term")
