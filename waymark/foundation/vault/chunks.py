"""A long file sealed in pieces, so that it can be opened as it is read and nothing false is ever given out.

The file: `WMK1`, then pieces of at most 64 KiB, each sealed by AES-256-GCM. The nonce is the number of the piece and a
mark that is 1 for the last: every file has a key of its own, so no nonce comes twice. Pieces cut off, added, moved,
doubled or taken from another file do not open. (After Rogaway and others, STREAM.)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from waymark.foundation.kernel.sealing import TAG_BYTES, Tampered

FORM = b"WMK1"
PIECE = 65_536


def seal(key: bytes, content: bytes, about: bytes) -> Iterator[bytes]:
    """The sealed file, piece by piece. `key` must never seal another file."""
    cipher = AESGCM(key)
    yield FORM
    pieces = max(1, -(-len(content) // PIECE))
    for number in range(pieces):
        piece = content[number * PIECE : (number + 1) * PIECE]
        yield cipher.encrypt(_nonce(number, last=number == pieces - 1), piece, FORM + about)


def unseal(key: bytes, source: BinaryIO, about: bytes) -> Iterator[bytes]:
    """The content, piece by piece, each known to be right before it is given. Raises Tampered."""
    if source.read(len(FORM)) != FORM:
        raise Tampered("not a sealed file")
    cipher = AESGCM(key)
    piece, number = source.read(PIECE + TAG_BYTES), 0
    while True:
        ahead = source.read(PIECE + TAG_BYTES)
        try:
            yield cipher.decrypt(_nonce(number, last=not ahead), piece, FORM + about)
        except (InvalidTag, ValueError) as problem:
            raise Tampered("a sealed file was changed") from problem
        if not ahead:
            return
        piece, number = ahead, number + 1


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
