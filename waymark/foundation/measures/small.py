"""Small numbers of people: held back, so that nobody can be recognised. The one rule, for pages, papers and files.

Source: fact sheet on rights, D-14 (fewer than 10, nought included, and a second one so that no subtraction gives it
back); fact sheet on delivery, sections 3.5 and 7.3 (what fewer than 5 people said). Decision 0053. This is for one page
or paper. What is published goes through disclosure control, which looks across all releases.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

# People who are counted, and people whose answers are shown.
FEWEST, FEWEST_ANSWERS = 10, 5


def held_back(parts: Sequence[int], whole: int) -> tuple[list[int | None], int | None]:
    """The parts of a figure and the figure itself; None is held back.

    A reader who knows the whole and the parts shown, and that what is held back is mostly under ten, cannot work one
    out: at least two are held back, and their sum leaves each of them open.
    """
    if whole < FEWEST:
        return [None for _part in parts], None
    hidden = {at for at, part in enumerate(parts) if part < FEWEST}
    shown = sorted((at for at in range(len(parts)) if at not in hidden), key=lambda at: parts[at])
    while hidden and _told(parts, hidden, whole):
        if not shown:
            return [None for _part in parts], None
        hidden.add(shown.pop(0))
    return [None if at in hidden else part for at, part in enumerate(parts)], whole


def together(answers: Mapping[Key, int]) -> set[Key]:
    """The groups whose answers may be shown as one: a small one only if the small ones together are many enough, so
    that the difference of two pages does not tell what a few said. None where even together there are too few."""
    few = {one for one, number in answers.items() if number < FEWEST_ANSWERS}
    left = sum(answers[one] for one in few)
    return set(answers) if left == 0 or left >= FEWEST_ANSWERS else set(answers) - few


def _told(parts: Sequence[int], hidden: set[int], whole: int) -> bool:
    """Does what is left of the whole say what one of the hidden parts is?"""
    left = whole - sum(part for at, part in enumerate(parts) if at not in hidden)
    all_small = all(parts[at] < FEWEST for at in hidden)
    return len(hidden) < 2 or left <= 0 or (all_small and left >= (FEWEST - 1) * len(hidden))
