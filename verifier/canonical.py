"""The bytes that are hashed, and the tree over them, as docs/operate/ledger.md lays them down."""

from __future__ import annotations

import hashlib
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


def seal_hash(*values: Any) -> bytes:
    return hashlib.sha256(field("waymark-seal-1") + b"".join(map(field, values))).digest()


class Tree:
    """A Merkle tree (RFC 6962, 2.1) that grows leaf by leaf, keeping one hash for each whole subtree.

    Leaves wait until there are `TOGETHER`, a power of two: joining many in one go is quicker than one by one.
    """

    TOGETHER = 1024

    def __init__(self) -> None:
        self.count = 0
        self._waiting: list[bytes] = []
        self._subtrees: list[tuple[int, bytes]] = []

    def add(self, hashed: bytes) -> None:
        self.count += 1
        self._waiting.append(hashed)
        if len(self._waiting) == self.TOGETHER:
            self._join(self.TOGETHER, _joined(self._waiting))
            self._waiting = []

    def _join(self, size: int, hashed: bytes) -> None:
        while self._subtrees and self._subtrees[-1][0] == size:
            hashed = _node(self._subtrees.pop()[1], hashed)
            size *= 2
        self._subtrees.append((size, hashed))

    def root(self) -> bytes:
        parts = [hashed for _size, hashed in self._subtrees]
        if self._waiting:
            parts.append(_joined(self._waiting))
        if not parts:
            return hashlib.sha256(b"").digest()
        hashed = parts.pop()
        while parts:
            hashed = _node(parts.pop(), hashed)
        return hashed


def _joined(level: list[bytes]) -> bytes:
    """The hash over these leaves, level by level: a last one without a partner goes up as it is, which is the same
    tree as that of the RFC, split at the largest power of two."""
    while len(level) > 1:
        pairs = [_node(left, right) for left, right in zip(level[::2], level[1::2], strict=False)]
        level = pairs + level[len(pairs) * 2 :]
    return level[0]


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
