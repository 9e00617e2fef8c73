"""How much of everything, from which seed, up to which moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random

SOURCE = "Invented for the national data set"
YEARS = 10
NOTES_EACH = 10
# People who came to training, for each referral: two million in the whole country.
CAME_EACH = 20
# Enough institutions that the whole directory has to be imported.
WHOLE_DIRECTORY = 27_000


@dataclass(frozen=True)
class Plan:
    """`people` above `referrals` are known by name, birth date and address only: for *Seen before?*."""

    seed: int
    authorities: int
    people: int
    referrals: int
    entries: int
    institutions: int
    until: datetime

    @property
    def attendances(self) -> int:
        return CAME_EACH * self.referrals

    @property
    def since(self) -> datetime:
        return self.until - timedelta(days=365 * YEARS + 2)

    def random(self, *words: object) -> Random:
        """The dice of one piece: the same words, the same dice, whatever else is made before or beside it."""
        return Random(f"{self.seed}:" + ":".join(map(str, words)))  # noqa: S311  (nothing secret comes of it)

    def shares(self, whole: int, pieces: int) -> list[int]:
        """A whole cut into uneven pieces, as councils are: the largest some six times the smallest."""
        dice = self.random("shares")
        weights = [dice.uniform(0.4, 2.4) for _piece in range(pieces)]
        marks = [0.0]
        for weight in weights:
            marks.append(marks[-1] + weight)
        ends = [round(whole * mark / marks[-1]) for mark in marks]
        return [b - a for a, b in pairwise(ends)]
