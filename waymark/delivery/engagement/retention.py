"""How long issues, and what was asked for, are kept: as long as the record of the training that answers them; what
nobody ever ended, as long from the day it was written down."""

from __future__ import annotations

from django.db.models import Q

from waymark.foundation.retention import declare_kept

CLASS = "training-record"


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("engagement.Issue", CLASS, starts="closed_at")
    declare_kept("engagement.Issue", CLASS, starts="raised_at", where=Q(closed_at=None))
    declare_kept("engagement.Demand", CLASS, starts="answered_at")
    declare_kept("engagement.Demand", CLASS, starts="noted_at", where=Q(answered_at=None))
    declare_kept("engagement.Theme", "project-grant", starts="ended_on")
