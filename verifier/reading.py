"""What is verified: the tables and seals out of the database, the roots and keys out of files. Nothing is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .canonical import FIELDS, Tree, leaf

EPOCH = "(extract(epoch FROM {}) * 1000000)::bigint"


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

    tree: Tree = field(default_factory=Tree)
    earliest: int | None = None
    latest: int | None = None

    def add(self, hashed: bytes, at: int) -> None:
        self.tree.add(hashed)
        self.earliest = at if self.earliest is None else min(self.earliest, at)
        self.latest = at if self.latest is None else max(self.latest, at)


@dataclass
class Everything:
    """`ranges` by (entries, last id); `unsealed` those after the last seal of their kind."""

    seals: list[Seal]
    ranges: dict[tuple[str, int], Range]
    unsealed: dict[str, Range]
    roots: list[Root]
    torn: list[str]
    keys: dict[str, Ed25519PublicKey]


def read(database: str, folders: list[Path], keys: list[Path]) -> Everything:
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
    return Everything(seals, ranges, unsealed, roots, torn, known)


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
    place = 0
    for row in _entries(connection, entries):
        while place < len(ends) and row[0] > ends[place][0]:
            place += 1
        inside = place < len(ends) and row[0] > ends[place][1]
        into = ranges[entries, ends[place][0]] if inside else after
        into.add(leaf(entries, row), row[1])
    return after


def _entries(connection: psycopg.Connection[Any], entries: str) -> Iterator[tuple[Any, ...]]:
    columns = ", ".join(
        EPOCH.format(f'"{name}"') if kind == "time" else f'"{name}"::text' if name == "plain" else f'"{name}"'
        for name, kind in FIELDS[entries]
    )
    with connection.cursor(name=f"verify_{entries}") as cursor:
        cursor.itersize = 5000
        cursor.execute(f'SELECT {columns} FROM ledger."{entries}" ORDER BY id')  # type: ignore[arg-type]  # noqa: S608
        yield from cursor


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
