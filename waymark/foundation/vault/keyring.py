"""Data keys for as long as a context lasts: fetched for a whole list at once, forgotten when whoever acts changes.

Reads the key table by SQL of its own, because the sealed fields of every model stand on this module. Row security
holds for it as for everything: a key that whoever acts may not see is not there.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, models

from waymark.foundation.kernel import clock, sealing

from . import master

BATCH = 1000


class KeyOutOfReach(RuntimeError):
    """Nobody who acts here may open this: there is no actor, or the key is another’s. A fault of the caller’s code."""


@dataclass(frozen=True)
class DataKey:
    """The key of one record. `secret` is empty once it is destroyed."""

    id: UUID
    secret: bytes
    destroyed_at: datetime | None


class _Ring(threading.local):
    def __init__(self) -> None:
        self.keys: dict[UUID, DataKey] = {}
        self.of_record: dict[tuple[str, UUID], UUID] = {}
        self.wanted: set[UUID] = set()


_ring = _Ring()
COLUMNS = "id, about_table, about_id, wrapped, master, destroyed_at"


def forget() -> None:
    """Drops every key. Called when the context changes, so that nothing borrowed stays."""
    _ring.wanted |= _ring.keys.keys()
    _ring.keys.clear()
    _ring.of_record.clear()
    if not connection.in_atomic_block:
        _ring.wanted.clear()


def expect(key_id: UUID) -> None:
    """A row that came from the database may need this key: it is fetched together with the others."""
    if key_id not in _ring.keys:
        _ring.wanted.add(key_id)


def data_key(key_id: UUID) -> DataKey:
    """The key of that id. Fetches every key that was expected, in one query. Raises KeyOutOfReach."""
    if key_id not in _ring.keys:
        _ring.wanted.add(key_id)
        wanted = list(_ring.wanted)
        for start in range(0, len(wanted), BATCH):
            _fetch("id = ANY (%s)", [wanted[start : start + BATCH]])
        _ring.wanted.clear()
    if key_id not in _ring.keys:
        raise KeyOutOfReach("no key for this here")
    return _ring.keys[key_id]


def key_of(record: models.Model) -> DataKey:
    """The key of a record (a Protected row whose table is `keyed`), made the first time. Raises KeyOutOfReach."""
    name = (record._meta.db_table, record.pk)
    if name not in _ring.of_record:
        _fetch("about_table = %s AND about_id = %s", name)
    if name not in _ring.of_record:
        _make(record)
        _fetch("about_table = %s AND about_id = %s", name)
    if name not in _ring.of_record:
        raise KeyOutOfReach("no key can be made for this record here")
    return _ring.keys[_ring.of_record[name]]


def wrap(secret: bytes, key_id: UUID, masters: master.Masters | None = None) -> tuple[str, bytes]:
    """A data key under the current master key: its version, and the wrapped key. `masters` when many are wrapped."""
    masters = masters or master.held()
    return masters.current, sealing.seal(masters.keys[masters.current], secret, _about(key_id))


def unwrap(wrapped: bytes, key_id: UUID, version: str, masters: master.Masters | None = None) -> bytes:
    """The data key of a wrapped one. `masters` when many are unwrapped: otherwise the file is read each time."""
    return sealing.unseal((masters or master.held()).key(version), wrapped, _about(key_id))


def _about(key_id: UUID) -> bytes:
    return b"waymark data key 1|" + key_id.bytes


def _fetch(where: str, given: Iterable[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {COLUMNS} FROM vault_recordkey WHERE {where}", list(given))  # noqa: S608
        rows = cursor.fetchall()
    for key_id, table, about_id, wrapped, version, destroyed_at in rows:
        secret = b"" if destroyed_at else unwrap(bytes(wrapped), key_id, version)
        _ring.keys[key_id] = DataKey(key_id, secret, destroyed_at)
        _ring.of_record[table, about_id] = key_id


def _make(record: Any) -> None:
    key_id = uuid.uuid4()
    version, wrapped = wrap(sealing.new_key(), key_id)
    grants = list(dict.fromkeys([*record.grants, f"system:{record.authority_id}"]))
    with connection.cursor() as cursor:
        # Two at once make one: the second waits for the first, and reads its key.
        cursor.execute(
            "INSERT INTO vault_recordkey (id, authority_id, grants, version, recorded_at, salt, about_table, about_id, "
            "wrapped, master) VALUES (%s, %s, %s, 1, %s, %s, %s, %s, %s, %s) "
            "ON CONFLICT (about_table, about_id) DO NOTHING",
            [
                key_id, record.authority_id, grants, clock.now(), uuid.uuid4(),
                record._meta.db_table, record.pk, wrapped, version,
            ],
        )  # fmt: skip
