"""How long what this part holds is kept: drafts and enquiries here; what was sent goes with its referral."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from waymark.foundation.kernel import clock
from waymark.foundation.retention import declare_kept
from waymark.foundation.vault.queries import has_key, keys_of

from .models import DraftApart, Enquiry
from .states import DraftState

NOT_SENT = Q(state=DraftState.NOT_SENT)
WITH_REFERRAL = "With its referral"


def empty_drafts(rows: QuerySet[Any]) -> int:
    """A draft that the safeguarding lead decided not to send: what was written goes, the reason stays a while."""
    DraftApart.objects.filter(draft__in=rows.values("pk")).delete()
    return rows.update(answers={}, typed={})


def empty_enquiries(rows: QuerySet[Enquiry]) -> int:
    """The words of an enquiry that names nobody go with its key; that somebody asked, and when, stays for counting."""
    return keys_of(rows).update(destroyed_at=clock.now())


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("concerns.Draft", "draft-referral", starts="last_edited_at", where=~NOT_SENT)
    declare_kept(
        "concerns.Draft",
        "draft-referral",
        starts="decided_at",
        where=NOT_SENT & ~Q(answers={}),
        erase=empty_drafts,
    )
    declare_kept("concerns.Draft", "enquiry-named", starts="decided_at", where=NOT_SENT)
    declare_kept("concerns.Enquiry", "enquiry-named", starts="asked_at", where=Q(names_someone=True))
    declare_kept(
        "concerns.Enquiry",
        "enquiry-named",
        starts="asked_at",
        where=Q(names_someone=False) & has_key(Enquiry),
        erase=empty_enquiries,
    )
    declare_kept("concerns.Enquiry", "enquiry-unnamed", starts="asked_at", where=Q(names_someone=False))
    for model in ("Submission", "ConcernRaiser", "AddedInformation", "Progress"):
        declare_kept(
            f"concerns.{model}", "referral-child", starts="recorded_at", erase=None, otherwise=WITH_REFERRAL
        )
