"""Questions about access that cross models."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import connection, models
from django.db.models import QuerySet

from waymark.foundation.kernel.references import read_reference

from . import roles
from .actors import Actor
from .models import Glass, Interest, Membership, Recovery
from .models.protected import TOKEN


def who_may(permission: str, authority_id: int) -> QuerySet:
    """Active users who hold a permission in an authority today: for “assign to” lists."""
    held = Membership.objects.valid().filter(role__in=roles.holding(permission), authority_id=authority_id)
    return (
        get_user_model()
        ._default_manager.filter(pk__in=held.values("user_id"), is_active=True)
        .order_by("full_name")
    )


@dataclass(frozen=True)
class Found:
    """A record that could be opened: its key, never its content. `seen`: the actor sees it without break-glass."""

    kind: str
    id: UUID
    authority_id: int
    seen: bool
    opens: bool
    reference: str


def find_breakable(reference: str) -> Found | None:
    """The record of that reference in an authority whose records the actor may open; None alike for all others."""
    wanted = read_reference(reference)
    if wanted is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM gate.find_breakable(%s)", [wanted])
        row = cursor.fetchone()
    return Found(*row, reference=wanted) if row else None


def openings(actor: Actor) -> QuerySet[Glass]:
    """The actor’s own, and those of the authorities whose openings they review."""
    return Glass.objects.visible_to(actor).select_related("opened_by", "reviewed_by")


def open_now(actor: Actor, kind: str, key: object) -> Glass | None:
    """What the actor has open of that record. One query, and none for whoever has nothing open."""
    if not actor.lent:
        return None
    mine = Glass.objects.filter(opened_by_id=actor.user_id, about_kind=kind, about_id=str(key))
    return mine.still_open().order_by("-opened_at").first()


def interests(actor: Actor) -> QuerySet[Interest]:
    found = Interest.objects.visible_to(actor).select_related("user", "withdrawn_by")
    return found.order_by("-declared_at", "id")


def interested(tokens: Collection[str]) -> set[UUID]:
    """Who declared an interest in the records of these grants. To be called with the grant of the system there."""
    keys = [one.removeprefix(TOKEN) for one in tokens]
    found = Interest.objects.filter(about_id__in=keys, withdrawn_at__isnull=True)
    return set(found.values_list("user_id", flat=True))


@dataclass(frozen=True)
class Opening:
    """What a record’s page says of one opening."""

    reference: str
    opener: str
    opened_at: datetime
    over_at: datetime
    reviewed_at: datetime | None
    verdict: str


def openings_of(record: models.Model) -> list[Opening]:
    """Every opening of a record that the actor sees, oldest first. One query."""
    return [
        Opening(*row) for row in _rows("gate.glass_about(%s, %s)", record._meta.label_lower, str(record.pk))
    ]


def reads_under(glass: Glass) -> list[tuple[datetime, str]]:
    """When, and which page, somebody read under an opening. One query."""
    return _rows("gate.glass_reads(%s)", glass.pk)


@dataclass(frozen=True)
class Vouched:
    """What a link of recovery says to whoever holds it."""

    id: UUID
    user_id: UUID
    works_from: datetime
    ends_at: datetime
    early: bool
    works: bool


def vouched(link: str) -> Vouched | None:
    """The vouching to which a link (its SHA-256) belongs. None for a link that nobody made."""
    rows = _rows("gate.vouched(%s)", link)
    return Vouched(*rows[0]) if rows else None


def has_standing(user_id: UUID | None, authority_id: int) -> bool:
    """Has somebody had a role that may vouch there for 14 days? Where nobody has, the service is new there: yes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.has_standing(%s, %s)", [user_id, authority_id])
        return bool(cursor.fetchone()[0])


def recoveries(actor: Actor) -> QuerySet[Recovery]:
    """Those of the authorities for whose people the actor may vouch, newest first."""
    found = Recovery.objects.visible_to(actor).filter(authority_id__in=actor.authority_ids)
    return found.select_related("user", "vouched_by", "confirmed_by", "stopped_by")


def _rows(function: str, *given: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {function}", given)  # noqa: S608  (our own words, never a person’s)
        return cursor.fetchall()
