"""What is verified: the tables and seals out of the database, the roots and keys out of files. Nothing is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as made
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .canonical import ABSENT, FIELDS, Tree, field

EPOCH = "(extract(epoch FROM {}) * 1000000)::bigint"
COPY_HEAD = b"PGCOPY\n\xff\r\n\0" + bytes(8)
COPY_END = b"\xff\xff"
LIST_HEAD = b"\0\0\0\1\0\0\0\0\0\0\0\x19"  # one dimension, nothing absent, of texts
EMPTY_LIST = 12  # bytes that PostgreSQL writes for a list without items
NEVER = 1 << 63


class CannotVerify(Exception):
    """What is needed is not there, or cannot be read. The sentence says what."""


@dataclass(frozen=True)
class Seal:
    """One link: times in microseconds."""

    number: int
    kind: str
    entries: str
    after_id: int
    last_id: int
    count: int
    hash: bytes
    fenced_at: int
    sealed_at: int
    previous: bytes
    seal: bytes


@dataclass(frozen=True)
class Root:
    """One line of a roots file."""

    file: str
    line: int
    raw: bytes
    said: dict[str, Any]


@dataclass
class Range:
    """The entries that stand in the database between the two ends of one seal."""

    tree: Tree = made(default_factory=Tree)
    earliest: int | None = None
    latest: int | None = None

    def add(self, hashed: bytes, at: int) -> None:
        self.tree.add(hashed)
        self.earliest = at if self.earliest is None else min(self.earliest, at)
        self.latest = at if self.latest is None else max(self.latest, at)


@dataclass
class Everything:
    """`ranges` by (entries, last id); `unsealed`: those after the last seal of their kind; `years`: kept at least."""

    seals: list[Seal]
    ranges: dict[tuple[str, int], Range]
    unsealed: dict[str, Range]
    roots: list[Root]
    torn: list[str]
    keys: dict[str, Ed25519PublicKey]
    years: int = 8


def read(database: str, folders: list[Path], keys: list[Path], years: int = 8) -> Everything:
    """All of it, the database in one snapshot. CannotVerify when something is not there."""
    roots, torn = _roots(folders)
    known = _keys(keys)
    try:
        with psycopg.connect(database) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            seals = _seals(connection)
            ranges: dict[tuple[str, int], Range] = {}
            unsealed: dict[str, Range] = {}
            for entries in FIELDS:
                mine = [s for s in seals if s.entries == entries and s.kind == "sealed"]
                unsealed[entries] = _fill(connection, entries, mine, ranges)
    except psycopg.Error as problem:
        raise CannotVerify(
            f"The database cannot be read: {str(problem).strip().splitlines()[0]}"
        ) from problem
    return Everything(seals, ranges, unsealed, roots, torn, known, years)


def _seals(connection: psycopg.Connection[Any]) -> list[Seal]:
    times = ", ".join(EPOCH.format(name) for name in ("fenced_at", "sealed_at"))
    [sees_all] = connection.execute(
        "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    ).fetchone() or (False,)
    if not sees_all:
        raise CannotVerify("This database user is bound by row security and does not see the whole ledger.")
    rows = connection.execute(
        f"SELECT number, kind, entries, after_id, last_id, count, hash, {times}, previous, seal "  # type: ignore[arg-type]  # noqa: S608
        "FROM ledger.seal ORDER BY number"
    )
    return [Seal(*row) for row in rows]


def _fill(
    connection: psycopg.Connection[Any],
    entries: str,
    seals: list[Seal],
    ranges: dict[tuple[str, int], Range],
) -> Range:
    """Streams one table into the ranges of its seals, in the order of the entries. What is left is not yet sealed."""
    after = Range()
    ends = sorted((seal.last_id, seal.after_id) for seal in seals)
    for last, _after in ends:
        ranges[entries, last] = Range()
    place, upto, begins, into = -1, 0, 0, after
    for number, at, hashed in _leaves(connection, entries):
        while number > upto:  # on to the next range; after the last one nothing is sealed
            place += 1
            upto, begins = ends[place] if place < len(ends) else (NEVER, NEVER)
            into = ranges[entries, upto] if place < len(ends) else after
        (into if number > begins else after).add(hashed, at)
    return after


def _leaves(connection: psycopg.Connection[Any], entries: str) -> Iterator[tuple[int, int, bytes]]:
    """Number, time and leaf of each entry, in their order.

    Read by COPY in its binary format: a row there is two bytes of how many fields, then of each field four bytes of
    length and the field, or ff ff ff ff for none (https://www.postgresql.org/docs/18/sql-copy.html). Those are the very
    bytes that are hashed, so that a row is hashed as it comes; only a list is written another way (`_with_list`).
    """
    fields = FIELDS[entries]
    columns = ", ".join(_column(name, kind) for name, kind in fields)
    before = next((place for place, (_name, kind) in enumerate(fields) if kind == "list"), None)
    begins, sha256 = b"\x00" + field(entries), hashlib.sha256
    for row in _copied(connection, f'SELECT {columns} FROM ledger."{entries}" AS e ORDER BY e.id'):  # noqa: S608
        # Number and time come first, and neither is longer than a byte can say: no call for each of millions of rows.
        at = 6 + row[5]
        told = row[2:] if before is None else _with_list(row, before)
        yield int(row[6:at]), int(row[at + 4 : at + 4 + row[at + 3]]), sha256(begins + told).digest()


def _copied(connection: psycopg.Connection[Any], query: str) -> Iterator[bytes]:
    """The rows of `query` in the binary format: one message each, the first with the head, then an end. Straight from
    libpq, for what waits between two rows costs more than the rows do."""
    connection.execute("SELECT 1")  # begins the transaction
    libpq = connection.pgconn
    begun = libpq.exec_(f"COPY ({query}) TO STDOUT (FORMAT binary)".encode())
    if begun.status != psycopg.pq.ExecStatus.COPY_OUT:
        raise psycopg.OperationalError(begun.get_error_message())
    size, message = libpq.get_copy_data(0)
    skipped = len(COPY_HEAD)
    while size > 0:
        row = bytes(message[skipped:])
        if row[:2] != COPY_END:
            yield row
        skipped = 0
        size, message = libpq.get_copy_data(0)
    while result := libpq.get_result():
        if result.status != psycopg.pq.ExecStatus.COMMAND_OK:
            raise psycopg.OperationalError(result.get_error_message())


def _column(name: str, kind: str) -> str:
    if kind in ("list", "bytes"):
        return f'"{name}"'
    return f"{EPOCH.format(name)}::text" if kind == "time" else f'"{name}"::text'


def _with_list(row: bytes, before: int) -> bytes:
    """The fields, the list among them as it is hashed: how many, then the items. PostgreSQL writes more before them.

    No text holds a byte 00, so what begins a list of texts is found nowhere before the list.
    """
    begins = row.find(LIST_HEAD)
    if begins < 0:  # one without items, say: field by field
        begins = 6
        for _each in range(before):
            begins += 4 + _length(row, begins - 4)
    ends = begins + _length(row, begins - 4)
    items = (
        row[begins + 12 : begins + 16] + row[begins + 20 : ends] if ends - begins > EMPTY_LIST else bytes(4)
    )
    return row[2 : begins - 4] + items + row[ends:]


def _length(row: bytes, place: int) -> int:
    length = row[place : place + 4]
    return 0 if length == ABSENT else int.from_bytes(length, "big")


def _roots(folders: list[Path]) -> tuple[list[Root], list[str]]:
    """The lines of every roots file in the folders, and sentences about lines that are none."""
    found: list[Root] = []
    torn: list[str] = []
    for folder in folders:
        paths = sorted(folder.glob("*.jsonl")) if folder.is_dir() else [folder]
        for path in paths:
            try:
                lines = path.read_bytes().splitlines()
            except OSError as problem:
                raise CannotVerify(f"{path} cannot be read: {problem.strerror}.") from problem
            for number, raw in enumerate(lines, start=1):
                try:
                    said = json.loads(raw)
                    found.append(Root(str(path), number, raw, {**said, "at": _micros(said["at"])}))
                except (ValueError, KeyError, TypeError):
                    torn.append(f"Line {number} of {path} is not a root.")
    return found, torn


def _micros(text: str) -> int:
    moment = datetime.fromisoformat(text).astimezone(UTC)
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def _keys(paths: list[Path]) -> dict[str, Ed25519PublicKey]:
    """Public keys by their id: the first sixteen letters of the SHA-256 of the key."""
    found = {}
    for path in paths:
        try:
            key = serialization.load_pem_public_key(path.read_bytes())
        except (OSError, ValueError) as problem:
            raise CannotVerify(f"The public key {path} cannot be read.") from problem
        if not isinstance(key, Ed25519PublicKey):
            raise CannotVerify(f"{path} is not a public key of Ed25519.")
        raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        found[hashlib.sha256(raw).hexdigest()[:16]] = key
    return found
