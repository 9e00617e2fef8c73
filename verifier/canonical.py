"""The bytes that are hashed, and the tree over them, as docs/operate/ledger.md lays them down."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

# In this order, each table’s fields; `int`, `time` (whole microseconds since 1970 in UTC), `text`, `list` or `bytes`.
FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "deed": (
        ("id", "int"), ("at", "time"), ("txid", "int"), ("request", "text"), ("actor", "text"),
        ("organisation", "text"), ("purpose", "text"), ("authority_id", "int"), ("deed", "text"),
        ("about_kind", "text"), ("about_id", "text"), ("happened_at", "time"),
    ),
    "change": (
        ("id", "int"), ("at", "time"), ("txid", "int"), ("request", "text"), ("actor", "text"), ("login", "text"),
        ("deed", "text"), ("authority_id", "int"), ("relation", "text"), ("row_id", "text"), ("op", "text"),
        ("columns", "list"), ("plain", "text"), ("digest", "bytes"),
    ),
    "read": (
        ("id", "int"), ("at", "time"), ("txid", "int"), ("request", "text"), ("actor", "text"),
        ("organisation", "text"), ("purpose", "text"), ("authority_id", "int"), ("page", "text"),
        ("about_kind", "text"), ("about_id", "text"),
    ),
    "disclosure": (
        ("id", "int"), ("at", "time"), ("txid", "int"), ("request", "text"), ("actor", "text"),
        ("organisation", "text"), ("authority_id", "int"), ("about_kind", "text"), ("about_id", "text"),
        ("recipient", "text"), ("what", "text"), ("basis", "text"),
    ),
}  # fmt: skip
ABSENT = b"\xff\xff\xff\xff"


def field(value: Any) -> bytes:
    """One value: four bytes of length, then the value; of a list, how many, then each."""
    if value is None:
        return ABSENT
    if isinstance(value, list):
        return len(value).to_bytes(4, "big") + b"".join(field(item) for item in value)
    if isinstance(value, bytes):
        return len(value).to_bytes(4, "big") + value
    text = str(value).encode()
    return len(text).to_bytes(4, "big") + text


def leaf(entries: str, values: Sequence[Any]) -> bytes:
    return hashlib.sha256(b"\x00" + field(entries) + b"".join(map(field, values))).digest()


def seal_hash(*values: Any) -> bytes:
    return hashlib.sha256(field("waymark-seal-1") + b"".join(map(field, values))).digest()


class Tree:
    """A Merkle tree (RFC 6962, 2.1) that grows leaf by leaf, keeping one hash for each whole subtree."""

    def __init__(self) -> None:
        self.count = 0
        self._subtrees: list[tuple[int, bytes]] = []

    def add(self, hashed: bytes) -> None:
        self.count += 1
        size = 1
        while self._subtrees and self._subtrees[-1][0] == size:
            hashed = hashlib.sha256(b"\x01" + self._subtrees.pop()[1] + hashed).digest()
            size *= 2
        self._subtrees.append((size, hashed))

    def root(self) -> bytes:
        if not self._subtrees:
            return hashlib.sha256(b"").digest()
        hashed = self._subtrees[-1][1]
        for _size, left in reversed(self._subtrees[:-1]):
            hashed = hashlib.sha256(b"\x01" + left + hashed).digest()
        return hashed
