"""When a reason is a sentence: five words. The database gets it sealed, and asks for as many letters as they have at
least (`gate.sealed_sentence`)."""

from __future__ import annotations

import re

WORDS = 5
# Only these part words: what Unicode calls a space may be none that anybody sees.
_BETWEEN = re.compile(r"[ \t\n\r\f\v]+")


def words_in(said: str) -> int:
    """How many words a text has."""
    return sum(1 for word in _BETWEEN.split(said) if word)


def is_sentence(said: str) -> bool:
    """Is it at least a sentence?"""
    return words_in(said) >= WORDS
