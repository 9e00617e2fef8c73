"""Registers that are cut off, in another encoding, with headings twice, with cells that no register has: a sentence each."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from waymark.foundation.places.importing import register
from waymark.foundation.places.importing.reports import Report, WrongFile

SAMPLE = gzip.decompress((Path(__file__).parent / "gias_2021_sample.csv.gz").read_bytes()).decode("cp1252")
REAL = list(csv.reader(io.StringIO(SAMPLE, newline="")))[:6]
USED = [place for place, name in enumerate(REAL[0]) if name in register.READ]
# What grows when it is folded or written in capitals, what cannot be kept, what is longer than any cell.
NASTY = [
    "\x00",
    "ß" * 8,
    "ﷺ" * 200,
    "9" * 40,
    "²",
    "\u202e",
    "=1+1",
    "31-02-2025",
    "x" * 140_000,
    "00",
    '"',
    "\ud7ff",
]
CELLS = st.one_of(st.sampled_from(NASTY), st.text(max_size=12))
WHERE = st.tuples(st.integers(1, len(REAL) - 1), st.sampled_from(USED), CELLS)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be"])


def looked_at(content: bytes) -> Report | None:
    """As a page does it: read, and compared with what is known; None when it is refused in a sentence."""
    try:
        return register.load("broken", register.read(content), apply=False)
    except WrongFile as fault:
        assert str(fault).strip()
        return None


def written(rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def sheets(kind: str, text: str, encoding: str) -> bytes:
    plain = text.encode(encoding, "replace")
    if kind == "gzip":
        return gzip.compress(plain, 1)
    if kind == "plain":
        return plain
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_LZMA if kind == "lzma" else zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("register.csv", plain)
    return box.getvalue()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WHERE, max_size=6), ENCODINGS, st.lists(st.sampled_from(USED), max_size=3))
@example([(1, REAL[0].index("Postcode"), "ß" * 8)], "utf-8", [])
@example([(1, REAL[0].index("EstablishmentName"), "ﷺ" * 200)], "utf-8", [])
def test_a_register_with_any_cells_is_rows_and_faults_or_a_sentence(
    db: Any, changes: list[tuple[int, int, str]], encoding: str, twice: list[int]
) -> None:
    rows = [list(row) for row in REAL]
    for number, place, text in changes:
        rows[number][place] = text
    for place in twice:  # headings that stand twice
        rows[0].append(rows[0][place])
    report = looked_at(written(rows).encode(encoding, "replace"))
    if report is not None:
        assert report.taken + len(report.faults) <= len(rows) + 12  # a cell may have brought lines of its own
        assert all(str(said).strip() for _number, said in report.faults)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["plain", "gzip", "zip", "lzma"]), st.data())
def test_a_register_that_was_cut_off_or_damaged_on_its_way_is_rows_or_a_sentence(
    db: Any, kind: str, data: Any
) -> None:
    content = sheets(kind, written(REAL), "cp1252")
    at = data.draw(st.integers(0, len(content)))
    cut = data.draw(st.sampled_from([0, 1, 20, len(content)]))
    looked_at(content[:at] + data.draw(st.binary(max_size=12)) + content[at + cut :])


@pytest.mark.parametrize("kind", ["gzip", "zip", "lzma"])
def test_what_unpacks_to_more_than_any_register_is_refused(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("waymark.foundation.kernel.unpacking.MOST_BYTES", 1_000_000)
    with pytest.raises(WrongFile, match="larger than any register"):
        register.read(sheets(kind, "x" * 30_000_000, "ascii"))
