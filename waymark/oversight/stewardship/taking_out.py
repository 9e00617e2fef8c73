"""Words taken out of a text: marked by double square brackets, so that nothing else can be changed."""

from __future__ import annotations

import re

MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
INSTEAD = "[…]"


def is_marked(words: str, marked: str) -> bool:
    """Is it the same text, with at least one part marked and every bracket closed?"""
    left = MARK.sub("", marked)
    return (
        bool(MARK.search(marked)) and "[[" not in left and "]]" not in left and _bare(marked) == _bare(words)
    )


def given(marked: str) -> str:
    """What is left of it."""
    return MARK.sub(INSTEAD, marked)


def _bare(text: str) -> str:
    return " ".join(MARK.sub(r"\1", text).split())
