"""A text that comes as it is, gzipped, or alone in a zip: no more of it than is taken. Knows nothing of Django."""

from __future__ import annotations

import gzip
import io
import lzma
import zipfile
import zlib

MOST_BYTES = 300_000_000


# Whatever the ways of packing say of what they cannot unpack.
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip


class Packed(ValueError):
    """`code`: damaged, not-one (CSV file in the zip), too-long."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def text(content: bytes) -> str:
    """In UTF-8 (with or without BOM), otherwise as Windows-1252. Raises Packed."""
    plain = _unpacked(content)
    try:
        return plain.decode("utf-8-sig")
    except UnicodeDecodeError:
        return plain.decode("cp1252", errors="replace")


def _unpacked(content: bytes) -> bytes:
    if content[:2] == b"\x1f\x8b":
        try:
            with gzip.open(io.BytesIO(content)) as packed:
                return _limited(packed.read(MOST_BYTES + 1))
        except (EOFError, OSError, zlib.error) as fault:
            raise Packed("damaged") from fault
    if content[:2] != b"PK":
        return _limited(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = [name for name in packed.namelist() if name.lower().endswith(".csv")]
            if len(names) != 1:
                raise Packed("not-one")
            with packed.open(names[0]) as inner:
                return _limited(inner.read(MOST_BYTES + 1))
    except Packed:
        raise
    except BROKEN as fault:
        raise Packed("damaged") from fault


def _limited(content: bytes) -> bytes:
    if len(content) > MOST_BYTES:
        raise Packed("too-long")
    return content
