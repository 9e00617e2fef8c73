"""The same people and questions given to Splink: the same columns, the same review load, in a Python of its own.

`requirements/bench.txt` locks it; WAYMARK_SPLINK_PYTHON names a Python that has it. Without it the column stays empty.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.matching.files import Row
from bench.matching.sets import Set
from waymark.foundation.kernel.text import fold

SCRIPT = Path(__file__).with_name("splink_script.py")


def recall(given: Set, load: int) -> float | None:
    """The share of questions whose person is among Splink’s `load` likeliest pairs. None without Splink."""
    python = os.environ.get("WAYMARK_SPLINK_PYTHON", sys.executable)
    with tempfile.TemporaryDirectory() as folder:
        for name, people in (("people", given.people), ("queries", given.queries)):
            _written(Path(folder) / f"{name}.csv", people)
        done = subprocess.run(
            [python, str(SCRIPT), folder, str(load)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(f"    Splink did not run: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
            return None
        with (Path(folder) / "pairs.csv").open(encoding="utf-8", newline="") as file:
            pairs = [(line["query"], line["person"]) for line in csv.DictReader(file)]
    hits = {query for query, person in pairs if person in given.truth[query]}
    return len(hits) / len(given.queries)


def _written(path: Path, people: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("unique_id", "first_name", "surname", "dob", "postcode", "place"))
        for row in people:
            born, exact = row.birth()
            day = born.isoformat() if born and exact == "day" else ""
            first = fold(row.forenames) if row.forenames else " ".join(fold(row.surname).split()[:-1])
            last = fold(row.surname) if row.forenames else " ".join(fold(row.surname).split()[-1:])
            writer.writerow((row.key, first, last, day, row.postcode.upper(), fold(row.institution)))
