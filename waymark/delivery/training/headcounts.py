"""How many staff there are to train, as last counted by a day; and how many of them were trained in a period.

Both are asked for the same places and roles, so that “N of M” speaks of the same people. Somebody without a name
cannot be told apart from others, and is not among the N.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Count as Counted
from django.db.models import Q

from waymark.foundation import measures
from waymark.foundation.measures import Count, Scope

from .models import Came, DeliveredBy, Headcount, Trainee

SPLITS = ("place", "role")
Unit = tuple[int | None, int | None, UUID | None]


@dataclass(frozen=True)
class InScope:
    """One place (and role, or all who work there): the count that holds, and how many of them were trained."""

    headcount: Headcount
    trained: int

    def said(self, split: str) -> str:
        return str(self.headcount.role or "") if split == "role" else str(self.headcount.where)


def standing(authority_id: int, day: date) -> list[Headcount]:
    """For each place and role the newest count by that day. One query."""
    return measures.once(("training.counted", authority_id, day), lambda: _standing(authority_id, day))


def _standing(authority_id: int, day: date) -> list[Headcount]:
    found = Headcount.objects.filter(authority_id=authority_id, counted_on__lte=day)
    newest = found.order_by(
        "institution_id", "organisation_id", "role_id", "-counted_on", "-recorded_at"
    ).distinct("institution_id", "organisation_id", "role_id")
    return [one for one in newest.select_related("institution", "organisation", "role") if one.number]


def of(scope: Scope) -> list[InScope]:
    """Every place in scope with both numbers, by name. Two queries."""
    return measures.once(("training.headcounts", replace(scope, by=())), lambda: _of(scope))


def _of(scope: Scope) -> list[InScope]:
    counts = standing(scope.authority_id, scope.until_on)
    trained_at = _trained(scope) if counts else {}
    rows = [InScope(one, _of_unit(one, trained_at)) for one in counts]
    return sorted(rows, key=lambda row: (row.said("place"), row.said("role")))


def in_scope(scope: Scope) -> Iterable[Count]:
    return _summed(scope, [(row, row.headcount.number) for row in of(scope)])


def trained(scope: Scope) -> Iterable[Count]:
    return _summed(scope, [(row, row.trained) for row in of(scope)])


def _summed(scope: Scope, rows: list[tuple[InScope, int]]) -> Iterable[Count]:
    sums: dict[tuple[str, ...], int] = {} if scope.by else {(): 0}
    for row, number in rows:
        group = tuple(row.said(split) for split in scope.by)
        sums[group] = sums.get(group, 0) + number
    return [Count(group, number) for group, number in sums.items()]


def _trained(scope: Scope) -> dict[Unit, int]:
    """Place and role → different people known by name, still there on the last day, who came. One query."""
    came = Q(attendances__held_on__gte=scope.from_on, attendances__held_on__lte=scope.until_on) & ~Q(
        attendances__came=Came.NO_SHOW
    )
    ours = Q(attendances__session__isnull=True) | Q(
        attendances__session__delivered_by__in=(DeliveredBy.OWN, DeliveredBy.JOINT)
    )
    there = Q(left_on__isnull=True) | Q(left_on__gt=scope.until_on)
    found = (
        Trainee.objects.filter(came, ours, there, authority_id=scope.authority_id)
        .values_list("institution_id", "organisation_id", "role_id")
        .annotate(all=Counted("pk", distinct=True))
        .order_by()
    )
    return {(institution, organisation, role): number for institution, organisation, role, number in found}


def _of_unit(one: Headcount, trained_at: dict[Unit, int]) -> int:
    return sum(
        number
        for (institution, organisation, role), number in trained_at.items()
        if (institution, organisation) == (one.institution_id, one.organisation_id)
        and one.role_id in (None, role)
    )
