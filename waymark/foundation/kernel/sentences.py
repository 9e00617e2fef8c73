"""When a reason is a sentence: five words. The database counts the same way (`gate.words_in`)."""

from __future__ import annotations

import re

WORDS = 5
# Only these part words, in both places: what Unicode calls a space differs between Python and PostgreSQL.
_BETWEEN = re.compile(r"[ \t\n\r\f\v]+")


def words_in(said: str) -> int:
    """How many words a text has."""
    return sum(1 for word in _BETWEEN.split(said) if word)


def is_sentence(said: str) -> bool:
    """Is it at least a sentence?"""
    return words_in(said) >= WORDS
