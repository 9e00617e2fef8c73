"""docs/asvs.csv claims only what is tested: each named test is there and is collected, each control is there."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT: Path = settings.ROOT
PAPER = ROOT / "docs" / "asvs.csv"
NOT_CLAIMED = "not claimed"
Row = dict[str, str]


def rows() -> list[Row]:
    with PAPER.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def faults(found: list[Row], collected: set[str]) -> list[str]:
    """What is wrong with the rows, in words."""
    told, seen = [], set()
    for row in found:
        number = row["requirement"]
        if not re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{1,2}", number) or number in seen:
            told.append(f"{number} is no requirement, or is there twice")
        seen.add(number)
        if row["applies"] != "yes":
            if not row["applies"].startswith("no: ") or row["test"]:
                told.append(f"{number} does not say why it does not apply, or claims something")
            continue
        if not (ROOT / row["control"]).exists() or not row["control"]:
            told.append(f"{number}: there is no {row['control'] or 'control'}")
        if row["test"] != NOT_CLAIMED and row["test"] not in collected:
            told.append(f"{number}: no test {row['test'] or 'is named'}, and it is claimed")
    return told


@pytest.fixture(scope="module")
def collected() -> set[str]:
    """Every test of the files that the paper names, as pytest itself finds them, without their parameters."""
    files = sorted({row["test"].split("::")[0] for row in rows() if "::" in row["test"]})
    there = [name for name in files if (ROOT / name).exists()]
    ask = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *there]
    said = subprocess.run(ask, cwd=ROOT, capture_output=True, text=True, timeout=300, check=True).stdout
    return {line.split("[")[0] for line in said.splitlines() if "::" in line}


@pytest.mark.slow
def test_what_is_claimed_is_tested(collected: set[str]):
    assert faults(rows(), collected) == []


@pytest.mark.slow
def test_planted_claims_are_found(collected: set[str]):
    right = next(row for row in rows() if "::" in row["test"])
    planted = [
        right | {"requirement": "99.1.1", "test": f"{right['test']}_that_is_not_there"},
        right | {"requirement": "99.1.2", "control": "waymark/nowhere.py"},
        right | {"requirement": "99.1.3", "test": ""},
        right | {"requirement": "99.1.4", "applies": "no"},
        right,
        right,
    ]
    assert len(faults(planted, collected)) == 5


def test_the_paper_has_most_of_the_standard_and_owns_up():
    found = rows()
    assert len(found) > 200
    assert any(row["test"] == NOT_CLAIMED for row in found)
    assert {row["requirement"].split(".")[0] for row in found} == {str(number) for number in range(1, 18)}
