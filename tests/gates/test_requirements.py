"""docs/requirements/*.csv claim only what is there: each module, page and test that a row names."""

from __future__ import annotations

import ast
import csv
import importlib.util
import re
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from django.conf import settings

from waymark.foundation.access.checks import routes

ROOT: Path = settings.ROOT
PAPERS = sorted((ROOT / "docs" / "requirements").glob("*.csv"))
COLUMNS = ["number", "duty", "requirement", "source", "where", "proved_by", "state"]
DUTIES = ("MUST", "SHOULD")
MET = "met"
NUMBER = re.compile(r"(|[A-Z]+|\d+-)([1-9]\d*)")
STATE = re.compile(r"met|(?:met in part|not met|by another part): \S.+")
ELSEWHERE = re.compile(r"\.\./|\bshared/")
Row = dict[str, str]

PAGES = frozenset(name for name, _, _ in routes())


def rows(paper: Path) -> list[Row]:
    """The rows of a paper; one of too few or too many cells does not pass as a row."""
    with paper.open(encoding="utf-8", newline="") as file:
        read = csv.DictReader(file, strict=True)
        assert read.fieldnames == COLUMNS, f"the columns of {paper.name}"
        found = list(read)
    assert all(None not in row and None not in row.values() for row in found), (
        f"a row of {paper.name} is torn"
    )
    return found


@cache
def named_in(path: str) -> frozenset[str]:
    """The tests that stand in a file, read and not run: `test_name`, or `TestClass::test_name`."""
    if not (ROOT / path).is_file():
        return frozenset()
    body = ast.parse((ROOT / path).read_text(encoding="utf-8")).body
    held = [("", body)] + [(f"{one.name}::", one.body) for one in body if isinstance(one, ast.ClassDef)]
    return frozenset(
        before + one.name for before, inside in held for one in inside
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
    )  # fmt: skip


def is_test(node: str) -> bool:
    path, _, name = node.partition("::")
    return name in named_in(path)


@cache
def is_there(name: str) -> bool:
    """Whether a page (`part:page`) or a module (`waymark.part.module`) of that name is there."""
    if ":" in name:
        return name in PAGES
    try:
        return name.startswith(("waymark.", "verifier", "launcher")) and bool(importlib.util.find_spec(name))
    except ModuleNotFoundError:
        return False


def in_order(numbers: list[str]) -> bool:
    """Whether each is there once and after the one before: `1`, `2`; or by parts of a list, as `8-1`, `8-2`, `A5`."""
    parts = [NUMBER.fullmatch(number) for number in numbers]
    if not all(parts):
        return False
    runs = [(part, [int(one[2]) for one in ones]) for part, ones in groupby(parts, lambda one: one[1])]  # type: ignore[index]
    names = [part for part, _ in runs]
    return len(set(names)) == len(names) and all(ones == sorted(set(ones)) for _, ones in runs)


def faults(found: list[Row]) -> list[str]:
    """What is wrong with the rows of a paper, in words."""
    told = [] if in_order([row["number"] for row in found]) else ["the numbers are not in order, each once"]
    for row in found:
        told += [f"{row['number']}: {fault}" for fault in faults_of(row)]
    return told


def faults_of(row: Row) -> list[str]:
    told = []
    if row["duty"] not in DUTIES:
        told.append(f"{row['duty'] or 'nothing'} is no duty")
    if not STATE.fullmatch(row["state"]):
        told.append(f"{row['state'] or 'nothing'} is no state")
    if not row["requirement"].strip() or not row["source"].strip():
        told.append("it does not say what is asked, or by whom")
    if ELSEWHERE.search(" ".join(row.values())):
        told.append("it leads to a place outside the project")
    if row["state"].startswith(MET) and not row["where"].split():
        told.append("it is met nowhere")
    if row["state"] == MET and row["duty"] == "MUST" and not row["proved_by"].split():
        told.append("it is met, and no test says so")
    told += [f"there is no {name}" for name in row["where"].split() if not is_there(name)]
    return told + [f"there is no test {node}" for node in row["proved_by"].split() if not is_test(node)]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_what_is_claimed_is_there(paper: Path):
    assert faults(rows(paper)) == []


def test_there_are_papers_and_each_owns_up_to_enough_to_be_worth_the_gate():
    assert "channel.csv" in [paper.name for paper in PAPERS]
    found = rows(ROOT / "docs" / "requirements" / "channel.csv")
    assert [row["number"] for row in found] == [str(number) for number in range(1, 61)]
    assert {row["duty"] for row in found} == set(DUTIES)
    assert any(row["state"] != MET for row in found)


RIGHT: Row = {
    "number": "1",
    "duty": "MUST",
    "requirement": "Each row names what is there.",
    "source": "(this gate)",
    "where": "waymark.pathway.referrals.states referrals:triage-decide",
    "proved_by": "tests/gates/test_requirements.py::test_what_is_claimed_is_there",
    "state": MET,
}
HERE = "tests/gates/test_requirements.py"


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ({"duty": "MAY"}, "MAY is no duty"),
        ({"state": "done"}, "done is no state"),
        ({"state": "not met:"}, "not met: is no state"),
        ({"state": "met in part"}, "met in part is no state"),
        ({"requirement": " "}, "it does not say what is asked, or by whom"),
        ({"source": ""}, "it does not say what is asked, or by whom"),
        ({"requirement": "As ../shared/domain says."}, "it leads to a place outside the project"),
        ({"where": ""}, "it is met nowhere"),
        ({"where": "", "state": "met in part: the rest"}, "it is met nowhere"),
        ({"proved_by": ""}, "it is met, and no test says so"),
        ({"where": "waymark.pathway.nowhere"}, "there is no waymark.pathway.nowhere"),
        ({"where": "waymark.nowhere.at_all"}, "there is no waymark.nowhere.at_all"),
        ({"where": "django.urls"}, "there is no django.urls"),
        ({"where": "referrals:triage-guess"}, "there is no referrals:triage-guess"),
        ({"proved_by": "tests/gates/nowhere.py::test_it"}, "there is no test tests/gates/nowhere.py::test_it"),
        ({"proved_by": f"{HERE}::test_none"}, f"there is no test {HERE}::test_none"),
        ({"proved_by": f"{HERE}::faults"}, f"there is no test {HERE}::faults"),
        ({"proved_by": HERE}, f"there is no test {HERE}"),
    ],
)  # fmt: skip
def test_planted_faults_are_found(planted: Row, fault: str):
    assert faults([RIGHT | planted]) == [f"1: {fault}"]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "1"),
        ("2", "1"),
        ("9", "10", "2"),
        ("8-2", "8-1"),
        ("8-1", "A5", "8-2"),
        ("A5", "A5"),
        ("one",),
        ("",),
    ],
)
def test_numbers_out_of_order_are_found(numbers: tuple[str, ...]):
    told = faults([RIGHT | {"number": number} for number in numbers])
    assert told == ["the numbers are not in order, each once"]


@pytest.mark.parametrize("numbers", [("1", "2", "10"), ("8-1", "8-2", "8-40", "A5", "A12", "B1"), ()])
def test_numbers_in_order_are_left_alone(numbers: tuple[str, ...]):
    assert in_order(list(numbers))


@pytest.mark.parametrize(
    "right",
    [
        {},
        {"duty": "SHOULD", "proved_by": ""},
        {"state": "not met: it belongs to a later part", "where": "", "proved_by": ""},
        {"state": "by another part: the worker of the queue", "proved_by": ""},
    ],
)
def test_what_is_right_is_left_alone(right: Row):
    assert faults([RIGHT | right]) == []


@pytest.mark.parametrize("torn", ["1,MUST\n", "1,MUST,a,b,c,d,met,more\n"])
def test_a_torn_row_does_not_pass_as_one(tmp_path: Path, torn: str):
    paper = tmp_path / "torn.csv"
    paper.write_text(f"{','.join(COLUMNS)}\n{torn}", encoding="utf-8")
    with pytest.raises(AssertionError, match="torn"):
        rows(paper)


def test_a_paper_of_other_columns_is_none(tmp_path: Path):
    paper = tmp_path / "other.csv"
    paper.write_text("number,duty\n1,MUST\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="columns"):
        rows(paper)
