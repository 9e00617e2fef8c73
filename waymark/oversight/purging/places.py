"""Which items somebody may ask to be taken out: the sealed fields of all rows about a person that they may see.

The rooms offer their rows by `access.own_data`, so this room knows none of them. Words are opened only to look whether
they stand in another item too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Model
from django.utils.functional import cached_property

from waymark.foundation.access import own_data
from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import day
from waymark.foundation.kernel.clock import uk_date
from waymark.foundation.kernel.references import read_reference
from waymark.foundation.vault.fields import Cipher, Sealed

from .called import words

# A copy is looked for by words that are at least so long: a name or a “yes” stands in many places.
TELLING = 25
# What makes a file readable, beside its name.
OF_A_FILE = ("wrapped",)


@dataclass(frozen=True)
class Place:
    """One field of one row. `columns` are what is taken out together."""

    label: str
    title: Any
    row: Model
    columns: tuple[str, ...]
    record_id: UUID
    on: date

    @property
    def code(self) -> str:
        return f"{self.label}|{self.row.pk}|{self.columns[0]}"

    @property
    def called(self) -> str:
        """What it is, of which day; never what it says."""
        return called(self.title, self.columns[0], self.on)

    @property
    def authority_id(self) -> int:
        return int(self.row.authority_id)  # type: ignore[attr-defined]

    @cached_property
    def words(self) -> str:
        value = getattr(self.row, self.columns[0])
        said = DjangoJSONEncoder(ensure_ascii=False).encode(value) if isinstance(value, dict) else str(value)
        return " ".join(said.split())

    def kept(self) -> dict[str, Any]:
        """As a purge keeps it."""
        return {
            "kind": self.label, "relation": self.row._meta.db_table, "id": str(self.row.pk),
            "columns": list(self.columns), "record": str(self.record_id), "on": self.on.isoformat(),
        }  # fmt: skip


def called(title: Any, column: str, on: date) -> str:
    return f"{title}, {day(on)}: {words(column)}"


def title_of(label: str) -> Any:
    """What a person calls such a row."""
    part = own_data.PARTS.get(label)
    return part.title if part else own_data.ALONE.get(label, label)


def record(actor: Actor, reference: str) -> Model | None:
    """What the pages about this reference are of: a person, or what stands alone. None: there is no such."""
    keys = own_data.find(actor, reference)
    if keys:
        return own_data.visible("people.Person", actor).filter(pk__in=keys).order_by("pk").first()
    return next((row for _label, row in _alone(actor, reference)), None)


def of(actor: Actor, reference: str) -> list[Place]:
    """Every item of whoever or whatever the reference names, oldest first. As many queries as there are kinds."""
    may = _listed()
    keys = own_data.find(actor, reference)
    rows: list[tuple[str, Any, UUID]] = []
    for part in own_data.PARTS.values() if keys else ():
        model = apps.get_model(part.label)
        if model._meta.db_table in may:
            found = part.rows(actor, keys).select_related(*_ways(model, part.record)).distinct()
            rows += [(part.label, row, own_data.record_of(row, part.record)) for row in found]
    rows += [(label, row, row.pk) for label, row in ([] if keys else _alone(actor, reference))]
    places = [place for given in rows for place in _places(*given, may)]
    return sorted(places, key=lambda place: (place.on, place.label, str(place.row.pk)))


def copies(chosen: list[Place], every: list[Place]) -> list[Place]:
    """Items that were not chosen and hold the words of one that was."""
    words = [place.words for place in chosen if len(place.words) >= TELLING]
    codes = {place.code for place in chosen}
    return [one for one in every if one.code not in codes and any(said in one.words for said in words)]


def _places(label: str, row: Any, record_id: UUID, may: dict[str, set[str]]) -> Iterator[Place]:
    table, on = row._meta.db_table, uk_date(row.recorded_at)
    for field in row._meta.concrete_fields:
        # What is empty holds nothing; what was taken out or erased has no sealed words any more.
        if isinstance(field, Sealed) and field.column in may[table] and _is_full(row, field):
            more = tuple(column for column in OF_A_FILE if column in may[table])
            yield Place(label, title_of(label), row, (field.column, *more), record_id, on)


def _is_full(row: Model, field: Sealed) -> bool:
    return isinstance(row.__dict__.get(field.attname), Cipher)


def _alone(actor: Actor, reference: str) -> Iterator[tuple[str, Any]]:
    known = read_reference(reference)
    for label in own_data.ALONE if known else ():
        for row in own_data.visible(label, actor).filter(reference=known):
            yield label, row


def _ways(model: type[Model], path: str) -> list[str]:
    """What has to be joined so that the record of a row is known without a query for each."""
    steps: list[str] = []
    for step in filter(None, path.split(".")):
        field = model._meta.get_field(step)
        if not field.is_relation:
            break
        steps.append(step)
        model = field.related_model  # type: ignore[assignment]
    return ["__".join(steps)] if steps else []


def _listed() -> dict[str, set[str]]:
    """Table → the columns that may be taken out (written by migrations)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relation, field FROM purging.place")
        found: dict[str, set[str]] = {}
        for relation, field in cursor.fetchall():
            found.setdefault(relation, set()).add(field)
    return found
