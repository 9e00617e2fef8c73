"""Which words are ways of writing or saying one name (data/name_families.csv), and their way into the database."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "name_families.csv"
# Where a word stands twice in one family, the first of these holds.
KINDS = ("common", "spelling", "form", "short")
AT_ONCE = 2_000


def read(path: Path = FILE) -> dict[tuple[str, str], str]:
    """The kind of each (word, family). ValueError for a line of no known kind."""
    found: dict[tuple[str, str], str] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            for word in line["words"].split():
                pair = (word, line["family"])
                found[pair] = min(found.get(pair, KINDS[-1]), line["kind"], key=KINDS.index)
    return found


def load(cursor: Any, path: Path = FILE) -> int:
    """Puts the file in the place of what the database holds. How many pairs."""
    found = read(path)
    given = [[word for word, _ in found], [family for _, family in found], list(found.values())]
    cursor.execute("SELECT gate.take_name_forms(%s::text[], %s::text[], %s::text[])", given)
    return len(found)


def learn_everybody(cursor: Any) -> int:
    """Reads everybody’s names anew, some thousands at a time. Wants a role that sees every person. How many."""
    cursor.execute("SELECT id FROM people_person ORDER BY id")
    everybody = [key for (key,) in cursor.fetchall()]
    for start in range(0, len(everybody), AT_ONCE):
        cursor.execute("SELECT gate.learn(%s::uuid[])", [everybody[start : start + AT_ONCE]])
    return len(everybody)
