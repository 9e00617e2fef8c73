"""One row as COPY reads it: every column of its model, what is sealed sealed as its field would.

Keys and nonces are never of the seed: whoever knows the seed must not know them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, lru_cache
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Model

from waymark.foundation.kernel import sealing
from waymark.foundation.kernel.sealed_fields import Sealed
from waymark.foundation.vault import keyring, master
from waymark.foundation.vault.models import RecordKey

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_SPECIAL = re.compile(r"[\\\t\n\r]")
NULL, NOTHING = "\\N", "\\\\x"


class Sheet:
    """The columns of one model, and the text of a row of it."""

    def __init__(self, model: type[Model]) -> None:
        fields = [f for f in model._meta.concrete_fields if not f.db_returning]
        self.table = model._meta.db_table
        self.columns = [str(f.column) for f in fields]
        self.place = {name: place for place, name in enumerate(self.columns)}
        self.salted = "salt" in self.place
        self.sealed = {str(f.column): f for f in fields if isinstance(f, Sealed)}
        self.blank = [NOTHING if isinstance(f, Sealed) else text(_default(f)) for f in fields]

    def line(self, dice: Random, values: dict[str, Any], key: Key | None) -> str:
        """`values` by column; of a sealed column its plain words. KeyError for a column that is not there."""
        row, place = self.blank.copy(), self.place
        if self.salted:
            row[place["salt"]] = uuid(dice)
        for name, value in values.items():
            if name in self.sealed:
                row[place[name]] = self._sealed(name, value, str(values["id"]), key)
            else:
                row[place[name]] = _WRITERS.get(type(value), text)(value)
        return "\t".join(row)

    def _sealed(self, name: str, words: Any, pk: str, key: Key | None) -> str:
        plain = self.sealed[name].to_bytes(words)
        if not plain:
            return NOTHING
        if key is None:
            raise ValueError(f"{self.table}.{name} is sealed, and no key is given")
        return "\\\\x" + self.sealed[name].content(pk, key.id, key.secret, plain).hex()


@dataclass(frozen=True)
class Key:
    """The data key of one record."""

    id: UUID
    secret: bytes


@cache
def sheet(model: type[Model]) -> Sheet:
    return Sheet(model)


@cache
def _masters() -> master.Masters:
    return master.held()


def _default(field: Any) -> Any:
    if field.name in ("id", "salt", "recorded_at") or not field.has_default():
        return "" if field.empty_strings_allowed and not field.null else None
    return field.get_default()


def text(value: Any) -> str:
    """A value as COPY reads it."""
    if value is None:
        return NULL
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, (list, tuple)):
        return _array(tuple(value))
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value)


def _words(value: str) -> str:
    # Looking whether there is anything to escape costs a fifth of escaping.
    return value.translate(_ESCAPED) if _SPECIAL.search(value) else value


@lru_cache(4096)
def _array(items: tuple[Any, ...]) -> str:
    # Rows that belong together carry the same grants.
    return "{" + ",".join(f'"{item}"' for item in items) + "}"


# The short way for what nearly every value is; `text` asks one kind after another.
_WRITERS: dict[type, Callable[[Any], str]] = {
    str: _words,
    int: str,
    type(None): lambda _nothing: NULL,
    bool: lambda value: "t" if value else "f",
    list: lambda items: _array(tuple(items)),
    datetime: datetime.isoformat,
    date: date.isoformat,
}


def uuid(dice: Random) -> str:
    """A key of the fourth version, of these dice."""
    h = f"{dice.getrandbits(128):032x}"
    return f"{h[:8]}-{h[8:12]}-4{h[13:16]}-a{h[17:20]}-{h[20:]}"


@dataclass
class Pile:
    """Rows of several tables, gathered until they are copied."""

    dice: Random
    lines: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, model: type[Model], key: Key | None = None, **values: Any) -> str:
        """One row more; its key, made when none is given."""
        values.setdefault("id", uuid(self.dice))
        known = sheet(model)
        self.lines[known.table].append(known.line(self.dice, values, key))
        return str(values["id"])

    def key(self, model: type[Model], record: str, at: datetime, authority_id: int, grants: list[str]) -> Key:
        """The data key of a record, wrapped, as `keyring` makes it."""
        key = Key(UUID(uuid(self.dice)), sealing.new_key())
        version, wrapped = keyring.wrap(key.secret, key.id, _masters())
        self.add(
            RecordKey, id=str(key.id), authority_id=authority_id, recorded_at=at, about_id=record,
            grants=list(dict.fromkeys([*grants, f"system:{authority_id}"])),
            about_table=model._meta.db_table, wrapped=wrapped, master=version,
        )  # fmt: skip
        return key

    def blobs(self) -> dict[str, bytes]:
        return {table: ("\n".join(lines) + "\n").encode() for table, lines in self.lines.items()}
