"""Names by chance, as often as they occur in the United Kingdom. Any real person of that name is there by chance.

Sources: forenames of births in England and Wales 1996 to 2020, ONS (OGL), and surnames of the United Kingdom by
frequency, ONS by way of sdglinkage (MIT).
"""

from __future__ import annotations

import csv
import gzip
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

DATA = Path(__file__).resolve().parents[1] / "data"


@cache
def _weighed(file: str, sex: str = "") -> tuple[list[str], list[int]]:
    with gzip.open(DATA / file, "rt", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if not sex or row["sex"] == sex]
    return [row["name"] for row in rows], list(accumulate(int(row["weight"]) for row in rows))


def forename(dice: Random, sex: str) -> str:
    """`sex` is F or M, as births are registered."""
    names, weights = _weighed("forenames.csv.gz", sex)
    return dice.choices(names, cum_weights=weights)[0]


def surname(dice: Random) -> str:
    names, weights = _weighed("surnames.csv.gz")
    return dice.choices(names, cum_weights=weights)[0]


def whole(dice: Random) -> str:
    return f"{forename(dice, dice.choice('FM'))} {surname(dice)}"


def misspelt(dice: Random, name: str) -> str:
    """One letter doubled, left out, or two exchanged: as a name is heard over the telephone."""
    if len(name) < 4:
        return name
    place = dice.randrange(1, len(name) - 1)
    kind = dice.randrange(3)
    if kind == 0:
        return name[:place] + name[place] + name[place:]
    if kind == 1:
        return name[:place] + name[place + 1 :]
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
