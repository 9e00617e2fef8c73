"""Plain text: nothing but text, and given back as UTF-8."""

from __future__ import annotations

import codecs

from . import Unacceptable

ALLOWED = frozenset("\t\n\r\f")


def clean(content: bytes) -> bytes:
    text = _decoded(content)
    if any((ord(char) < 32 and char not in ALLOWED) or ord(char) == 127 for char in text):
        raise Unacceptable("not-text")
    return text.encode()


def _decoded(content: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
        (b"", "utf-8-sig"),
    ):
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                break
    # What Windows writes where it does not write Unicode. Five bytes mean nothing in it.
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as problem:
        raise Unacceptable("not-text") from problem
