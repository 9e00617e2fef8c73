"""Break-glass: somebody reads a record that is not theirs, with a reason, for 60 minutes, and another looks at why.

Kinds of record say here where they are shown (`declare`); whoever stands above says what else happens when a record is
opened or reviewed (`when_opened`, `when_reviewed`): messages and tasks are not known here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.urls import reverse

from . import context
from .actors import Actor
from .models import Glass

MINUTES = 60
Told = Callable[[Actor, datetime, Glass], None]


@dataclass(frozen=True)
class Kind:
    """`code` as the ledger names the model; `url_name` takes the record’s reference."""

    code: str
    name: Any
    url_name: str


KINDS: dict[str, Kind] = {}
_OPENED: list[Told] = []
_REVIEWED: list[Told] = []
Before = Callable[[Actor, datetime, str, UUID], None]
_BEFORE_INTEREST: list[Before] = []


def declare(*kinds: Kind) -> None:
    """Adds kinds of record that may be opened. For AppConfig.ready; the table says so too (`migrating.breakable`)."""
    for kind in kinds:
        if KINDS.get(kind.code, kind) != kind:
            raise ValueError(f"{kind.code} is declared twice")
        KINDS[kind.code] = kind


def when_opened(told: Told) -> None:
    """`told(actor, at, glass)` runs in the transaction of each opening. For AppConfig.ready."""
    if told not in _OPENED:
        _OPENED.append(told)


def when_reviewed(told: Told) -> None:
    """The same for each review."""
    if told not in _REVIEWED:
        _REVIEWED.append(told)


def before_interest(told: Before) -> None:
    """`told(actor, at, kind, key)` runs before the actor’s interest in a record is written down: the last moment in
    which their deeds still reach the record, to hand on what they are responsible for."""
    if told not in _BEFORE_INTEREST:
        _BEFORE_INTEREST.append(told)


def interested(by: Actor, at: datetime, kind: str, key: UUID) -> None:
    for told in _BEFORE_INTEREST:
        told(by, at, kind, key)


def opened(by: Actor, at: datetime, glass: Glass) -> None:
    for told in _OPENED:
        told(by, at, glass)


def reviewed(by: Actor, at: datetime, glass: Glass) -> None:
    for told in _REVIEWED:
        told(by, at, glass)


def page_of(kind: str, reference: str) -> str:
    """Where a record of that kind is read."""
    return reverse(KINDS[kind].url_name, args=[reference])


def under(record: Model, actor: Actor) -> None:
    """A record that shows only because it was opened: what this request reads is read under that opening."""
    carried = set(getattr(record, "grants", ()))
    if not actor.lent or carried & set(actor.grants):
        return
    keys = [grant.partition(":")[2] for grant in carried & set(actor.lent)]
    glass = (
        Glass.objects.filter(opened_by_id=actor.user_id, about_id__in=keys, ended_at__isnull=True)
        .order_by("-opened_at")
        .first()
    )
    if glass is not None:
        context.under(purpose_of(glass))


def purpose_of(glass: Glass) -> str:
    """How the ledger names the purpose of what is read under an opening."""
    return f"break-glass {glass.pk}"
