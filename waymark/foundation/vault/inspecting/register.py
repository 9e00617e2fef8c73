"""A public register as it is downloaded, plain or packed: given back as text in UTF-8."""

from __future__ import annotations

from waymark.foundation.kernel import unpacking

from . import Unacceptable


def clean(content: bytes) -> bytes:
    try:
        return unpacking.text(content).encode()
    except unpacking.Packed as problem:
        raise Unacceptable(problem.code) from problem
