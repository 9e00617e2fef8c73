"""Declarations of fields, and the gate that finds the ones nobody declared.

A part’s own `privacy.py` says `declare_fields("people.Person", {"name": personal(why=..., ...), "state": plain()})`;
this part loads them all when it starts. Parts below this one import the same names from `kernel.privacy`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from django.apps import apps
from django.db.models import Field, Model

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel.privacy import (
    BASES,
    FIELDS,
    TABLES,
    FieldSays,
    declare_fields,
    declare_table,
    personal,
    plain,
)

from .classes import CLASSES

__all__ = [
    "BASES",
    "FIELDS",
    "TABLES",
    "FieldSays",
    "declare_fields",
    "declare_table",
    "personal",
    "plain",
    "undeclared_columns",
    "undeclared_fields",
    "wrong_declarations",
]

OURS = "waymark."
# Said once for every protected row: keys, grants, version, time, salt.
GROUND = {field.name: plain("Ground of every protected row") for field in Protected._meta.local_fields}


def undeclared_fields() -> list[str]:
    """`app.Model.field` of every field of every model of ours that no part declares. No query."""
    return sorted(
        f"{model._meta.label}.{field.name}" for model, field in _fields() if says(model, field) is None
    )


def undeclared_columns(columns: Iterable[tuple[str, str]]) -> list[str]:
    """Of the (table, column) that the database has in the schemas without models, those that nobody declares; and what
    is declared and not there."""
    there = {f"{table}.{column}" for table, column in columns}
    said = {f"{table}.{column}" for table, columns in TABLES.items() for column in columns}
    return sorted(there ^ said)


def wrong_declarations() -> list[str]:
    """Declared fields that do not exist (any more), and personal fields without a retention class or a risk."""
    known = {f"{model._meta.label}.{field.name}" for model, field in _fields()}
    fields = [
        (f"{model}.{name}", field) for model, fields in FIELDS.items() for name, field in fields.items()
    ]
    gone = [f"{name} does not exist" for name, _field in fields if name not in known and name.count(".") == 2]
    columns = [(f"{table}.{name}", says) for table, name, says in _columns()]
    unkept = [
        f"{name}: no class {field.keep}"
        for name, field in chain(fields, columns)
        if field.personal and field.keep not in CLASSES
    ]
    careless = [
        f"{name}: no risk is named"
        for name, field in chain(fields, columns)
        if field.personal and not field.risk
    ]
    return sorted(gone + unkept + careless)


def says(model: type[Model], field: Field) -> FieldSays | None:
    """What is declared of a field; None when nothing is."""
    own = FIELDS.get(model._meta.label, {}).get(field.name)
    if own is None and issubclass(model, Protected):
        return GROUND.get(field.name)
    return own


def declared() -> Iterator[tuple[str, str, FieldSays]]:
    """Model or table, field or column, and declaration, in order, for the papers. Ground fields are left out."""
    return chain(of_models(), _columns())


def of_models() -> Iterator[tuple[str, str, FieldSays]]:
    for model, field in _fields():
        own = FIELDS.get(model._meta.label, {}).get(field.name)
        if own is not None:
            sealed = getattr(field, "is_sealed", False)  # what the vault seals, nobody has to declare so
            yield model._meta.label, field.name, replace(own, encrypted=own.encrypted or sealed)


def _columns() -> Iterator[tuple[str, str, FieldSays]]:
    for table, columns in sorted(TABLES.items()):
        for name, says_ in columns.items():
            yield table, name, says_


def _fields() -> Iterator[tuple[type[Model], Field]]:
    for model in sorted(apps.get_models(include_auto_created=True), key=lambda m: m._meta.label):
        if model.__module__.startswith(OURS):
            for field in model._meta.local_fields + model._meta.local_many_to_many:
                yield model, field
