"""Names of the traditions of the United Kingdom, each beside ways in which it is also met, for the invented pairs.

The file beside this module was written apart from the families that the search knows (waymark/pathway/people/data):
from what people, registries and other languages’ spelling do, with names in it that no family holds. The bench
counts which of the variants the search’s table does not have, and reports how many of those are found by themselves.
"""

from __future__ import annotations

import csv
from pathlib import Path

FILE = Path(__file__).with_name("traditions.csv")
# tradition: (forenames, surnames); of each name first how it is written, then its variants.
Names = dict[str, tuple[list[list[str]], list[list[str]]]]


def read() -> Names:
    found: Names = {}
    with FILE.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            both = found.setdefault(line["tradition"], ([], []))
            variants = [each for each in line["variants"].split("|") if each]
            both[line["part"] == "surname"].append([line["name"], *variants])
    return found
