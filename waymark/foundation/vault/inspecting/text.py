"""Plain text: nothing but text, and given back as UTF-8."""

from __future__ import annotations

import codecs
import re

from . import Unacceptable

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def clean(content: bytes) -> bytes:
    text = decoded(content)
    if CONTROL.search(text):
        raise Unacceptable("not-text")
    return text.encode()


def decoded(content: bytes) -> str:
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
