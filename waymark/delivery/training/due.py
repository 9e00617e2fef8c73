"""Who is due again, by the rules that hold today: for each place how many, then who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404

from waymark.foundation.directory.models import Contact
from waymark.foundation.kernel import months
from waymark.foundation.places.models import Institution, Organisation

from .actions.booking import Where
from .models import Came, RefreshRule, Trainee

# Who is due within these days is asked to book now.
PLACE = (
    "institution_id", "organisation_id", "institution__name", "institution__local_name", "organisation__name",
)  # fmt: skip
SOON = timedelta(days=60)
# Which contact of a place is written to: the first of these that it has.
ASKED = (Contact.Role.TRAINING, Contact.Role.DSL, Contact.Role.PREVENT_LEAD, Contact.Role.HEAD)


@dataclass(frozen=True)
class At:
    """One place: how many people there are known by name, due soon, and overdue."""

    where: Where
    name: str
    known: int
    soon: int
    overdue: int


def rules_on(authority_id: int, day: date) -> dict[UUID, int]:
    """Role → months, as it holds on a day. One query."""
    held = RefreshRule.objects.filter(authority_id=authority_id, from_on__lte=day).order_by(
        "from_on", "recorded_at"
    )
    return {rule.role_id: rule.months for rule in held}


def people(authority_id: int) -> QuerySet[Trainee]:
    """Those who work there still, with the day on which they were last trained (`trained_on`)."""
    came = ~Q(attendances__came=Came.NO_SHOW)
    found = Trainee.objects.filter(authority_id=authority_id, left_on__isnull=True)
    return found.annotate(trained_on=Max("attendances__held_on", filter=came)).filter(
        trained_on__isnull=False
    )


def _before(rules: dict[UUID, int], day: date) -> Q:
    """Trained so long ago that by this day they are due."""
    found = Q(pk__in=[])
    for role, length in rules.items():
        found |= Q(role_id=role, trained_on__lte=months.after(day, -length))
    return found


def overdue(rules: dict[UUID, int], day: date) -> Q:
    return _before(rules, day)


def soon(rules: dict[UUID, int], day: date) -> Q:
    return _before(rules, day + SOON) & ~_before(rules, day)


def by_place(authority_id: int, day: date) -> list[At]:
    """Places with somebody due or overdue, most overdue first. Two queries."""
    rules = rules_on(authority_id, day)
    if not rules:
        return []
    late, coming = _keys(authority_id, overdue(rules, day)), _keys(authority_id, soon(rules, day))
    counted = (
        Trainee.objects.filter(authority_id=authority_id, left_on__isnull=True)
        .values(
            "institution_id",
            "organisation_id",
            "institution__name",
            "institution__local_name",
            "organisation__name",
        )
        .annotate(
            known=Count("pk"),
            late=Count("pk", filter=Q(pk__in=late)),
            coming=Count("pk", filter=Q(pk__in=coming)),
        )
        .filter(Q(late__gt=0) | Q(coming__gt=0))
        .order_by("-late", "-coming", "institution__name", "organisation__name")
    )
    return [_at(row) for row in counted]


def _keys(authority_id: int, which: Q) -> QuerySet[Any]:
    return people(authority_id).filter(which).values("pk")


def _at(row: Mapping[str, Any]) -> At:
    name = row["institution__local_name"] or row["institution__name"] or row["organisation__name"] or ""
    where = Where(row["institution_id"], row["organisation_id"])
    return At(where, name, row["known"], row["coming"], row["late"])


def those_at(authority_id: int, where: Where, day: date) -> Iterable[Trainee]:
    """By name: those of one place who are due or overdue (`is_late`), the longest ago first. Two queries."""
    rules = rules_on(authority_id, day)
    found = people(authority_id).filter(_before(rules, day + SOON), **where.fields()).select_related("role")
    for one in found.order_by("trained_on", "name", "id"):
        one.due_on = months.after(one.trained_on, rules[one.role_id])  # type: ignore[attr-defined, index]
        yield one


def place_of(authority_id: int, where: Where) -> Institution | Organisation:
    """The record of a place. Http404 when there is none in this authority."""
    found: Institution | Organisation | None
    if where.institution_id:
        known = Trainee.objects.filter(
            authority_id=authority_id, institution_id=where.institution_id
        ).exists()
        found = Institution.objects.filter(pk=where.institution_id).first() if known else None
    else:
        found = Organisation.objects.filter(pk=where.organisation_id, authority_id=authority_id).first()
    if found is None:
        raise Http404
    return found


def contact_of(authority_id: int, where: Where, day: date) -> tuple[Institution | Organisation, str]:
    """The place, and the address of whoever answers for training or safeguarding there; empty when none is known."""
    place = place_of(authority_id, where)
    asked = Contact.objects.valid_on(day).at_any([place]).filter(authority_id=authority_id).exclude(email="")
    held = sorted(
        asked, key=lambda one: (ASKED.index(one.role) if one.role in ASKED else len(ASKED), str(one.pk))
    )
    if held:
        return place, held[0].email
    return place, place.contact_email if isinstance(place, Organisation) else ""
