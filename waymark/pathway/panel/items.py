"""Which kinds of record can be put on an agenda: a place that the parts above fill, in `AppConfig.ready`.

    items.offer(items.Offer("channel.case", _("Channel case"), find=…, shown=…))

The rows of a record stay its part’s affair: whoever reads an item needs no grant of the record. What members read of
it is what `shown` gives to whoever may see the item, and the papers that were added.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from waymark.foundation.access.actors import Actor

from .models import Item


@dataclass(frozen=True)
class Found:
    """A record by its reference: its key, and the authority of the area where the person lives."""

    id: UUID
    reference: str
    area: int


@dataclass(frozen=True)
class Offer:
    """`kind` is the model’s label, as the ledger says it. `find` gives the record of a reference if the actor may put
    it on an agenda; `shown` the rows (`key`, `value`) that the page of an item shows of it, `decided` those of what was
    decided at the item. `waits` lists references that wait to be put on an agenda; `reminds` says to whoever arranges
    or chairs what is easily forgotten about an item."""

    kind: str
    name: Any
    find: Callable[[Actor, str], Found | None]
    shown: Callable[[Actor, UUID], list[dict[str, Any]]] | None = None
    decided: Callable[[Actor, Item], list[dict[str, Any]]] = lambda actor, item: []
    waits: Callable[[Actor], list[str]] = lambda actor: []
    reminds: Callable[[Actor, Item], list[str]] = lambda actor, item: []


OFFERS: dict[str, Offer] = {}


def offer(one: Offer) -> None:
    """ValueError when the kind is offered twice, differently."""
    if OFFERS.get(one.kind, one) != one:
        raise ValueError(f"{one.kind} is offered twice")
    OFFERS[one.kind] = one


def find(actor: Actor, reference: str) -> tuple[str, Found] | None:
    """The record of that reference among all kinds, with its kind."""
    for kind, one in OFFERS.items():
        found = one.find(actor, reference)
        if found is not None:
            return kind, found
    return None


def waiting(actor: Actor) -> list[str]:
    """References of every kind that wait to be put on an agenda, for whoever may put them there."""
    return [reference for one in OFFERS.values() for reference in one.waits(actor)]
