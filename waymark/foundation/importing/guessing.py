"""Which column of a file is which field: by what headings are usually called."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from waymark.foundation.kernel.text import fold

from .kinds import Field

LIKE = 82


def guess(fields: Sequence[Field], columns: Sequence[str]) -> dict[str, int]:
    """Field code → place of the column. Each column is guessed once; the surest guesses come first."""
    sure = sorted(
        (
            (_likeness(field, column), -place, field.code)
            for field in fields
            for place, column in enumerate(columns)
        ),
        reverse=True,
    )
    found: dict[str, int] = {}
    for likeness, place, code in sure:
        if likeness >= LIKE and code not in found and -place not in found.values():
            found[code] = -place
    return found


def _likeness(field: Field, column: str) -> float:
    heading = fold(column)
    if not heading:
        return 0
    names = {fold(str(field.label)), fold(field.code.replace("_", " ")), *map(fold, field.names)}
    return max(_ratio(heading, name) for name in names if name)


def _ratio(heading: str, name: str) -> float:
    """100 for the same words in any order; otherwise how much of the letters they share."""
    one, other = (" ".join(sorted(words.split())) for words in (heading, name))
    return 100 if one == other else 99 * SequenceMatcher(None, one, other).ratio()
