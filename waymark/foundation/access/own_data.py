"""What is held about one person, for whoever has to answer their request to see it: each part offers its records here.

    own_data.offer(own_data.of_person("referrals.Concern", _("A concern"), "referral__person", record="referral"))
    own_data.finds(find_by_reference)                                    both in AppConfig.ready

Rows are read as whoever prepares the answer: row security and the vault hold for them as on every page. Which fields
come in is said where each field is declared (`privacy.py`): one declared `subject_access=False` never does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from waymark.foundation.interface.moments import day
from waymark.foundation.kernel.clock import uk_date
from waymark.foundation.kernel.privacy import FIELDS

from .actors import Actor
from .models import token

Keys = frozenset[UUID]
Rows = Callable[[Actor, Keys], QuerySet[Any]]
Finder = Callable[[Actor, str], Keys]


@dataclass(frozen=True)
class Part:
    """One kind of row. `rows` answers those about the people of these keys that the actor may see.

    `record` is the path to the record that the row belongs to: it goes when that is erased. `others` are fields that
    may tell of somebody else; `of_others` says that the whole row may. `said` gives words for a field that is not one
    value. `is_document` marks files, which are given whole or not at all. `left_out` are worked out of other fields.
    """

    label: str
    title: Any
    rows: Rows
    record: str = ""
    others: frozenset[str] = frozenset()
    of_others: bool = False
    said: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)
    is_document: bool = False
    left_out: frozenset[str] = frozenset()

    @property
    def fields(self) -> list[str]:
        """Names of the fields that come in, in the order in which they are declared."""
        model = apps.get_model(self.label)
        return [
            name
            for name, says in FIELDS.get(self.label, {}).items()
            if says.personal
            and says.subject_access
            and name not in self.left_out
            and not model._meta.get_field(name).is_relation
        ]


@dataclass(frozen=True)
class Held:
    """One row as it is put into words. `others` says whether it may tell of somebody else."""

    label: str
    source_id: UUID
    record_id: UUID
    on: date
    words: str
    others: bool
    is_document: bool
    tokens: tuple[str, ...]
    source: Model


PARTS: dict[str, Part] = {}
# Models with fields that the person may see, which no part offers: why.
ELSEWHERE: dict[str, str] = {}
# Models whose rows have a reference and are tied to no person: what such a row is called.
ALONE: dict[str, Any] = {}
_FINDERS: list[Finder] = []


def of_person(label: str, title: Any, path: str, **more: Any) -> Part:
    """The part of a model whose `path` leads to the key of a person."""

    def rows(actor: Actor, keys: Keys) -> QuerySet[Any]:
        return visible(label, actor).filter(**{f"{path}__in": keys})

    return Part(label, title, rows, others=frozenset(more.pop("others", ())), **more)


def visible(label: str, actor: Actor) -> QuerySet[Any]:
    return apps.get_model(label)._default_manager.visible_to(actor)  # type: ignore[attr-defined]


def offer(*parts: Part) -> None:
    """ValueError when a kind is offered twice."""
    for part in parts:
        if PARTS.setdefault(part.label, part) is not part:
            raise ValueError(f"{part.label} is offered twice")


def elsewhere(label: str, why: str) -> None:
    """Declares that rows of a model do not come in by this way, and how the person gets them."""
    ELSEWHERE[label] = why


def alone(label: str, title: Any) -> None:
    """Declares rows that are found by their own reference, and by no person’s: a request for advice."""
    ALONE[label] = title


def finds(finder: Finder) -> None:
    """Declares who knows a reference: it answers the keys of the person, and of records that are of the same person."""
    if finder not in _FINDERS:
        _FINDERS.append(finder)


def find(actor: Actor, reference: str) -> Keys:
    """Keys of the person of a reference, as far as the actor may see; none when nobody knows it."""
    return next((found for finder in _FINDERS if (found := finder(actor, reference))), frozenset())


def gather(actor: Actor, keys: Keys) -> Iterable[Held]:
    """Everything about these people that the actor may see, in words. Empty rows are left out."""
    for part in PARTS.values():
        for row in part.rows(actor, keys).distinct():
            held = _held(part, row)
            if held.words:
                yield held


def _held(part: Part, row: Any) -> Held:
    lines, others = [], part.of_others
    for name in part.fields:
        words = _words(part, row, name)
        if words:
            lines.append(f"{name.replace('_', ' ').capitalize()}: {words}")
            others = others or name in part.others
    record_id = record_of(row, part.record)
    return Held(
        label=part.label,
        source_id=row.pk,
        record_id=record_id,
        on=uk_date(row.recorded_at),
        words="\n\n".join(lines),
        others=others,
        is_document=part.is_document,
        tokens=tuple(dict.fromkeys([*row.tokens, token(record_id)])),
        source=row,
    )


def _words(part: Part, row: Any, name: str) -> str:
    if name in part.said:
        return part.said[name](row).strip()
    value = getattr(row, name)
    shown = getattr(row, f"get_{name}_display", None)
    return (str(shown() or "") if shown and value else _value(value)).strip()


def _value(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, (date, datetime)):
        return day(value)
    if isinstance(value, Mapping):
        return "\n".join(f"{name}: {_value(one)}" for name, one in value.items() if _value(one))
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_value, value)))
    return str(value)


def record_of(row: Any, path: str) -> UUID:
    """The key of the record that a row belongs to, by the `record` of its part."""
    for step in filter(None, path.split(".")):
        row = getattr(row, step)
    return row if isinstance(row, UUID) else row.pk
