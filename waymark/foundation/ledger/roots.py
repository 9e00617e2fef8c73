"""Roots: the newest seal, signed, in a file outside the database. Its form stands in docs/operate/ledger.md."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import connection, transaction

FILE = "roots.jsonl"
NOTHING_BEFORE = "0" * 64
EVERY = timedelta(minutes=57)  # asked every five minutes, so one in each hour


class NoKey(RuntimeError):
    """No key is set, or it is not one of Ed25519: no root can be signed."""


class TornFile(RuntimeError):
    """The last line of the roots file is not whole: somebody has to look before anything is added."""


@dataclass(frozen=True)
class Head:
    """The newest link of the seals, and the last sealed number of each kind of entry."""

    number: int
    seal: bytes
    sealed: dict[str, int]


def head() -> Head | None:
    """None before the first seal."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT number, seal, sealed::text FROM ledger.head()")
        number, seal, sealed = cursor.fetchone()
    return None if number is None else Head(number, bytes(seal), json.loads(sealed))


def the_key() -> Ed25519PrivateKey:
    """The signing key: a PEM in the environment, or in a file outside the database. NoKey when there is none."""
    text = settings.WAYMARK_LEDGER_KEY.replace("\\n", "\n").encode()
    path = settings.WAYMARK_LEDGER_KEY_FILE
    try:
        text = text or (Path(path).read_bytes() if path else b"")
        key = serialization.load_pem_private_key(text, password=None)
    except (OSError, ValueError, TypeError) as problem:
        raise NoKey("the key that signs roots cannot be read") from problem
    if not isinstance(key, Ed25519PrivateKey):
        raise NoKey("the key that signs roots is not one of Ed25519")
    return key


def key_id(key: Ed25519PrivateKey) -> str:
    """The first sixteen letters of the SHA-256 of the public key."""
    raw = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return hashlib.sha256(raw).hexdigest()[:16]


def sign_root(at: datetime, *, restored: str = "") -> dict[str, Any] | None:
    """Signs the newest seal into the roots file of this service. None before the first seal.

    `restored` says why the database was put back to an earlier state; it stands in the file for good, and gives up the
    roots that were signed for what the database no longer holds.
    """
    found = head()
    return append(Path(settings.WAYMARK_ROOTS), the_key(), found, at, restored, held) if found else None


def held() -> set[tuple[int, str]]:
    """Number and hash of every seal there is."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT number, encode(seal, 'hex') FROM ledger.seal")
        return set(cursor.fetchall())


def sign_when_due(at: datetime) -> dict[str, Any] | None:
    """Signs a root unless the newest one is younger than an hour."""
    path = Path(settings.WAYMARK_ROOTS) / FILE
    lines = path.read_bytes().splitlines() if path.exists() else []
    if lines and at - datetime.fromisoformat(json.loads(lines[-1])["at"]) < EVERY:
        return None
    return sign_root(at)


def append(
    folder: Path,
    key: Ed25519PrivateKey,
    newest: Head,
    at: datetime,
    restored: str = "",
    seals: Callable[[], set[tuple[int, str]]] = set,
) -> dict[str, Any]:
    """Adds one line to the file: what is signed, then the signature over exactly those bytes. `seals`: every seal there
    is, asked for when it is `restored`."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _held(folder / FILE) as (place, lines):
        root: dict[str, Any] = {
            "format": "waymark-root-1",
            "kind": "restored" if restored else "hourly",
            "number": len(lines) + 1,
            "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
            "seal": newest.number,
            "seal_hash": newest.seal.hex(),
            "sealed": newest.sealed,
            "previous": hashlib.sha256(lines[-1]).hexdigest() if lines else NOTHING_BEFORE,
            "key": key_id(key),
        } | ({"reason": restored, "given_up": _given_up(lines, seals())} if restored else {})
        root["signature"] = key.sign(_bytes(root)).hex()
        os.write(place, _bytes(root) + b"\n")
        os.fsync(place)
    return root


def _given_up(lines: list[bytes], seals: set[tuple[int, str]]) -> list[list[int]]:
    """Roots whose seal is no longer there, as ranges of their numbers; those given up earlier are not named again."""
    said = [json.loads(line) for line in lines]
    before = {
        number
        for root in said
        for first, last in root.get("given_up", [])
        for number in range(first, last + 1)
    }
    ranges: list[list[int]] = []
    for root in said:
        number = root["number"]
        if number in before or (root["seal"], root["seal_hash"]) in seals:
            continue
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ranges


def _bytes(root: dict[str, Any]) -> bytes:
    return json.dumps(root, sort_keys=True, separators=(",", ":")).encode("ascii")


@contextmanager
def _held(path: Path) -> Iterator[tuple[int, list[bytes]]]:
    """The file, locked, and its lines so far; what is written goes to its end, whatever else happens."""
    place = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        fcntl.flock(place, fcntl.LOCK_EX)
        text = path.read_bytes()
        if text and not text.endswith(b"\n"):
            raise TornFile(f"the last line of {path.name} is not whole")
        yield place, text.splitlines()
    finally:
        os.close(place)
