"""How long complaints are kept: as long as a rights request, from the answer on; one that never has an answer, from the
day it came on."""

from __future__ import annotations

from django.db.models import Q

from waymark.foundation.retention import declare_kept

KEEP = "rights-request"


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("complaints.Complaint", KEEP, starts="answered_on")
    declare_kept("complaints.Complaint", KEEP, starts="received_on", where=Q(answered_on=None))
