"""How long requests to see one’s own data are kept, and the record that an answer was handed over. One that never ends
goes as long after the day it came on."""

from __future__ import annotations

from django.db.models import Q

from waymark.foundation.retention import declare_along, declare_kept

KEEP = "rights-request"


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("stewardship.Request", KEEP, starts="ended_on")
    declare_kept("stewardship.Request", KEEP, starts="received_on", where=Q(ended_on=None))
    declare_along(KEEP, "stewardship.Gathering", otherwise="With its request")
    declare_along(
        KEEP, "stewardship.Item", otherwise="With its request, or before with the record it came from"
    )
    declare_kept("stewardship.Disclosure", "disclosure-log", starts="taken_on")
