"""How long what this part holds is kept: drafts and enquiries here; what was sent goes with its referral."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import read_reference
from waymark.foundation.retention import Lived, declare_along, declare_kept, declare_life
from waymark.foundation.vault.queries import has_key, keys_of

from .models import DraftApart, Enquiry
from .states import DraftState

NOT_SENT = Q(state=DraftState.NOT_SENT)
BY_LIFE = "By the job `retention.expire`, when its life ends"


def empty_drafts(rows: QuerySet[Any]) -> int:
    """A draft that the safeguarding lead decided not to send: what was written goes, the reason stays a while."""
    DraftApart.objects.filter(draft__in=rows.values("pk")).delete()
    return rows.update(answers={}, typed={})


def empty_enquiries(rows: QuerySet[Enquiry]) -> int:
    """The words of an enquiry that names nobody go with its key; that somebody asked, and when, stays for counting."""
    return keys_of(rows).update(destroyed_at=clock.now())


def _enquiry(typed: str) -> UUID | None:
    """The key of the enquiry with a reference as people type it."""
    plain = read_reference(typed)
    return Enquiry.objects.filter(reference=plain).values_list("pk", flat=True).first() if plain else None


def _reference(key: UUID) -> str:
    return Enquiry.objects.filter(pk=key).values_list("reference", flat=True).first() or ""


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    _drafts()
    _enquiries()
    declare_life(
        Lived("concerns.draft", _("Draft of a referral")),
        Lived("concerns.enquiry", _("Request for advice"), find=_enquiry, reference=_reference),
    )
    declare_along("draft-referral", "concerns.DraftApart", otherwise="With its draft, or when that is sent")
    sent = (f"concerns.{name}" for name in ("Submission", "ConcernRaiser", "AddedInformation", "Progress"))
    declare_along("referral-child", *sent, otherwise="With its referral")


def _drafts() -> None:
    by_life: dict[str, Any] = {"erase": None, "otherwise": BY_LIFE}
    declare_kept("concerns.Draft", "draft-referral", starts="last_edited_at", where=~NOT_SENT, **by_life)
    declare_kept(
        "concerns.Draft",
        "draft-referral",
        starts="decided_at",
        where=NOT_SENT & ~Q(answers={}),
        erase=empty_drafts,
    )
    declare_kept("concerns.Draft", "enquiry-named", starts="decided_at", where=NOT_SENT, **by_life)


def _enquiries() -> None:
    named, unnamed = Q(names_someone=True), Q(names_someone=False)
    by_life: dict[str, Any] = {"erase": None, "otherwise": BY_LIFE}
    declare_kept("concerns.Enquiry", "enquiry-named", starts="asked_at", where=named, **by_life)
    declare_kept(
        "concerns.Enquiry",
        "enquiry-named",
        starts="asked_at",
        where=unnamed & has_key(Enquiry),
        erase=empty_enquiries,
    )
    declare_kept("concerns.Enquiry", "enquiry-unnamed", starts="asked_at", where=unnamed, **by_life)
