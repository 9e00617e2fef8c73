"""What has a life, and the places where the parts above and beside this one say what they do in it.

    retention.declare_life(Lived("referrals.referral", _("Referral"), ...))      in AppConfig.ready
    retention.when_erased(destroy_the_key)                                       a step in the transaction of an erasure
    retention.ask_with(ask, done)                                                how tasks are asked for and closed

The records themselves, and what goes with them, are named in a migration (`migrating.has_life`, `goes_with`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Model

if TYPE_CHECKING:  # actors need models, which are not there yet while Django imports this package
    from waymark.foundation.access.actors import Actor

Seal = Callable[[UUID, "Actor", datetime], None]
Step = Callable[[str, UUID, int], None]


@dataclass(frozen=True)
class Lived:
    """One kind of record, as the pages speak of it.

    `seal` cuts who may see the record to its owner; None where a kind is never sealed. `find` gives the key of a
    reference that somebody typed, `reference` the other way about, `address` the page of the record for its owner.
    `owner` is the grant of the record owner (`authority:{authority}:lead`).
    """

    kind: str
    title: Any
    owner: str = "authority:{authority}:retention"
    seal: Seal | None = None
    find: Callable[[str], UUID | None] | None = None
    reference: Callable[[UUID], str] | None = None
    address: Callable[[str], str] | None = None

    def name_of(self, record_id: UUID) -> str:
        """What people call the record: its reference; empty when there is none."""
        return self.reference(record_id) if self.reference else ""


class _NobodyAsks:
    """Before anything is wired: a task asked of nobody. Home puts the work lists in its place."""

    def ask(self, kind: str, *, about: Model, to: str, by: Actor, at: datetime, due_on: date) -> None:
        return None

    def done(self, kind: str, *, about: Model, by: Actor, at: datetime) -> None:
        return None


LIVES: dict[str, Lived] = {}
WHEN_ERASED: list[Step] = []
_ASKING: list[Any] = [_NobodyAsks()]


def declare_life(*lived: Lived) -> None:
    """Declares kinds of records. ValueError when a kind is declared twice, differently."""
    for one in lived:
        if LIVES.get(one.kind, one) != one:
            raise ValueError(f"{one.kind} is declared twice")
        LIVES[one.kind] = one


def when_erased(step: Step) -> None:
    """Called with kind, key and authority of each erased record, in the transaction that erases it. Documents and
    keys outside the record’s own tables go here; a step that fails leaves everything as it was."""
    if step not in WHEN_ERASED:
        WHEN_ERASED.append(step)


def ask_with(asking: Any) -> None:
    """An object with `ask` and `done`, as `_NobodyAsks` has them."""
    _ASKING[:] = [asking]


def asking() -> Any:
    return _ASKING[0]


def find(kind: str) -> Lived:
    """The kind of that name; a plain one when no part declares it (its records are then never sealed)."""
    return LIVES.get(kind) or Lived(kind, kind)
