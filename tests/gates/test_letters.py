"""What a reference begins with says what it names: no two kinds of thing share a letter."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from waymark.foundation.kernel.references import Letter

ROOT = Path(__file__).parents[2] / "waymark"
LEFT_OUT = {"tests", "migrations", "demo"}
MAKES = re.compile(r"\bnew_reference(?:\(|, )Letter\.(\w+)")
# A case that is handed over arrives as a referral and a case of its own.
ARRIVES = "exits/actions/arriving.py"


def made_by() -> dict[str, list[str]]:
    """Letter → the files whose code makes references that begin with it."""
    found = defaultdict(list)
    for path in sorted(ROOT.rglob("*.py")):
        inside = path.relative_to(ROOT)
        if not LEFT_OUT & set(inside.parts) and not str(inside).endswith(ARRIVES):
            for name in MAKES.findall(path.read_text()):
                found[name].append(str(inside))
    return found


def test_each_letter_stands_for_one_kind_and_each_kind_of_thing_has_one():
    made = made_by()
    assert set(made) == set(Letter.__members__)
    assert {name: files for name, files in made.items() if len(files) > 1} == {}
    assert len({letter.value for letter in Letter}) == len(Letter.__members__)
