"""Earlier referrals of the same person, and the possible matches that have to be answered first."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from waymark.pathway.people import queries as people

from .models import Referral


def of(referral: Referral) -> list[Referral]:
    """Every earlier referral of the same person that the actor may see, oldest first, with what its page shows."""
    found = _earlier(referral).select_related("submission__organisation")
    return list(
        found.prefetch_related(
            "concerns",
            "decisions__signed_by",
            "decisions__corrects",
            "decisions__corrected_by",
            "decisions__approval__approved_by",
        ).order_by("received_at", "id")
    )


def outcomes(referral: Referral) -> list[Referral]:
    """The same ones with no more than when they came and how each stands, newest first. One query."""
    found = _earlier(referral).only("reference", "received_at", "state")
    return list(found.order_by("-received_at", "id"))


def keys(referral: Referral) -> set[Any]:
    """Which referrals `of` names, for whoever only asks whether there are any."""
    return set(_earlier(referral).values_list("pk", flat=True))


def _earlier(referral: Referral) -> QuerySet[Referral]:
    """A mistaken or unfounded one does not count against anybody: it is left out."""
    same = people.same_people(referral.person)
    return Referral.objects.filter(
        person__in=same, received_at__lte=referral.received_at, sealed_at=None
    ).exclude(pk=referral.pk)


def unanswered(referral: Referral) -> list[Any]:
    """Possible matches of the person nobody has answered yet."""
    return list(people.unanswered(referral.person))


def not_taken_together(referral: Referral) -> bool:
    """Are there earlier referrals that no “taken together” answer covers?"""
    covered = {pk for row in referral.taken_together.all() for pk in row.covers}
    return bool(keys(referral) - covered)
