"""What the data set is made of, in this order. A later part of the service adds a `Part` of its own here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from waymark.demo.national import attendances, entries, filling, keeping, places
from waymark.demo.national.ground import Ground


@dataclass(frozen=True)
class Part:
    """`load` writes its rows into the ground, with a step of the progress bar; the offices are there by then. Rows of
    recorded tables enter the ledger by themselves: it comes last. Small plans must give small parts."""

    name: str
    load: Callable[[Ground], None]


PARTS = (
    Part("places", places.load),
    Part("cases", filling.load),
    Part("keeping", keeping.load),
    Part("training", attendances.load),
    Part("ledger", entries.load),
)
