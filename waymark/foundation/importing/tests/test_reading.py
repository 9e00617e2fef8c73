"""Files as rows, columns as fields, cells as values: whatever comes is read or refused, and never breaks."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date, datetime
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from waymark.foundation.importing import guessing, kinds
from waymark.foundation.importing.checking import check
from waymark.foundation.importing.kinds import Checked, Fault, Field, Importable
from waymark.foundation.interface.downloads import guarded
from waymark.foundation.vault import apart, taking
from waymark.foundation.vault.inspecting import Unacceptable, rows

WHEN = datetime(2026, 1, 31, 9, 30)  # noqa: DTZ001  (a spreadsheet has no zones)
FIELDS = (
    Field("name", "Name", ("full name",), required=True),
    Field("email", "Email", ("e-mail address",)),
    Field("held_on", "Date", ("date of training", "completed on")),
)
KIND = Importable(
    "test", "Test", "", FIELDS, lambda *_: None, lambda *_: None,  # type: ignore[arg-type]
    lambda known, cells: Checked(kinds.line(cells, "name"), (kinds.day(cells, "held_on"), kinds.line(cells, "email"))),
    lambda **_: 0, lambda _: "", "directory",
    looks=(lambda known, cells: kinds.day(cells, "held_on"), lambda known, cells: kinds.line(cells, "email", 20)),
)  # fmt: skip


def read(content: bytes, kind: str = "csv") -> dict:
    return json.loads((rows.of_csv if kind == "csv" else rows.of_sheet)(content))


def test_rows_keep_their_numbers_and_their_columns():
    found = read("\n\nName;Email;\n\nÅsa;a@b.example;;;beyond\n;;\nBo\n".encode())
    assert found == {"columns": ["Name", "Email"], "rows": [[5, "Åsa", "a@b.example"], [7, "Bo", ""]]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_of_lists(encoding: str):
    assert read("Name\nÉlodie\n".encode(encoding))["rows"] == [[2, "Élodie"]]


@pytest.fixture(scope="module")
def book() -> bytes:
    made, out = Workbook(), io.BytesIO()
    sheet = made.active
    sheet.append(["", None])
    sheet.append(["Name", "Number", "Day", "When", "Yes", "Sum"])
    sheet.append(["Åsa", 5.0, date(2026, 1, 31), WHEN, True, "=1+1"])
    made.save(out)
    return out.getvalue()


def test_cells_of_a_sheet_are_text_as_somebody_would_type_it(book: bytes):
    found = json.loads(apart.clean("rows-xlsx", book))
    assert found["rows"] == [[3, "Åsa", "5", "2026-01-31", "2026-01-31 09:30", "yes", ""]]


ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
 <table:table table:name="Empty"/><table:table table:name="List">{}</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def open_document(*rows: tuple[str, ...]) -> bytes:
    """A spreadsheet as an office program writes it: each cell is the XML of one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        filled = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
        packed.writestr("content.xml", ODS.format(filled))
    return out.getvalue()


def cell(kind: str, text: str, *said: str) -> str:
    more = " ".join(said)
    return f'<table:table-cell office:value-type="{kind}" {more}><text:p>{escape(text)}</text:p></table:table-cell>'


def test_an_open_document_is_read_as_what_it_shows():
    """Its first sheet is empty, a cell is repeated, one is worked out, one is a date, one looks like a formula."""
    content = open_document(
        (cell("string", "Name"), cell("string", "Number"), cell("string", "Day"), cell("string", "Note")),
        ('<table:table-cell table:number-columns-repeated="4"/>',),
        (
            cell("string", "Åsa & Bo"),
            cell("float", "2", 'office:value="2"', 'table:formula="of:=1+1"'),
            cell("date", "31/01/26", 'office:date-value="2026-01-31"'),
            cell("string", '=HYPERLINK("https://example.org")'),
        ),
    )
    found = json.loads(apart.clean("rows-ods", content))
    assert found["columns"] == ["Name", "Number", "Day", "Note"]
    assert found["rows"] == [[3, "Åsa & Bo", "2", "2026-01-31", '=HYPERLINK("https://example.org")']]


def test_a_formula_in_text_is_text():
    found = read(b"Name,Note\n=1+1,\"=cmd|' /C calc'!A0\"\n")
    assert found["rows"] == [[2, "=1+1", "=cmd|' /C calc'!A0"]]


def test_a_sheet_that_unpacks_to_too_much_is_refused_apart():
    out = io.BytesIO()
    made = Workbook()
    made.active.cell(row=1, column=1, value="Name")
    made.active.cell(row=1_048_576, column=16_384, value="far")
    made.save(out)
    with pytest.raises(Unacceptable):
        apart.clean("rows-xlsx", out.getvalue())


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_refused(content: bytes):
    for kind in ("csv", "sheet"):
        try:
            found = read(content, kind)
        except Unacceptable as problem:
            assert problem.code
        else:
            assert all(len(row) == len(found["columns"]) + 1 for row in found["rows"])


@given(st.data())
def test_a_broken_sheet_is_rows_or_refused(book, data):
    at = data.draw(st.integers(0, len(book) - 1))
    cut = data.draw(st.integers(0, 40))
    broken = book[:at] + data.draw(st.binary(max_size=20)) + book[at + cut :]
    with contextlib.suppress(Unacceptable):
        read(broken, "sheet")


@pytest.mark.parametrize(
    "sheet",
    [
        # A million times sixteen thousand cells, in a file of 700 bytes.
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>',
        "<table:table-row><table:table-cell>&bomb;</table:table-cell></table:table-row>",
    ],
)
def test_an_open_document_that_unpacks_to_too_much_is_refused_apart(sheet: str):
    with pytest.raises(Unacceptable):
        apart.clean("rows-ods", open_document((sheet,)))


OPEN = open_document(
    (cell("string", "Name"), cell("string", "Day")), (cell("string", "Åsa"), cell("float", "2"))
)


@given(st.data())
def test_a_broken_open_document_is_rows_or_refused(data):
    at = data.draw(st.integers(0, len(OPEN) - 1))
    cut = data.draw(st.sampled_from([0, 1, 40, len(OPEN)]))
    with contextlib.suppress(Unacceptable):
        read(OPEN[:at] + data.draw(st.binary(max_size=20)) + OPEN[at + cut :], "sheet")


NASTY = st.sampled_from(["\x00", "=1+1", '"', "x" * 10_001, "\u202e", "31/02/2026", "\n", ",", "Name", ""])


@given(
    st.lists(st.lists(NASTY, min_size=1, max_size=4), min_size=1, max_size=5),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.integers(0, 60),
)
def test_a_list_goes_the_whole_way_or_is_refused_in_words(table, encoding: str, lost: int):
    """Headings twice or none, cells of any length, cut off in the middle, in whatever encoding."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["Name", "Email", "Name", "Date"], *table])
    content = out.getvalue().encode(encoding, "replace")
    try:
        found = read(content[: max(1, len(content) - lost)])
    except Unacceptable as problem:
        assert problem.code in taking.WORDS
        return
    result = check(KIND, None, found["rows"], guessing.guess(FIELDS, found["columns"]))
    assert len(result.good) + result.there + len(result.faults) == len(found["rows"])
    assert all(wrong and all(sentence for _field, sentence in wrong) for _row, wrong in result.faults)


def test_a_zip_that_is_no_book_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    with pytest.raises(Unacceptable):
        read(out.getvalue(), "sheet")


CELL = st.text(max_size=15)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=12))
def test_any_cells_are_good_there_or_a_fault_in_words(table):
    numbered = [[number, *cells] for number, cells in enumerate(table, start=2)]
    result = check(KIND, None, numbered, {"name": 0, "email": 1, "held_on": 2})
    assert len(result.good) + result.there + len(result.faults) == len(table)
    assert all(wrong and all(sentence for _field, sentence in wrong) for _row, wrong in result.faults)


def test_all_that_is_wrong_with_a_row_is_said_in_the_order_of_its_columns():
    rows = [
        [2, "", "somebody.long@school.example", "soon"],
        [3, "Bo", "", "soon"],
        [4, "Bo", "", ""],
        [5, "Bo", "", ""],
    ]
    result = check(KIND, None, rows, {"name": 0, "email": 1, "held_on": 2})
    day = ("held_on", "“soon” is not a date like 31/12/2026")
    assert result.faults == [
        (2, [("name", "Nothing is entered"), ("email", "Longer than 20 characters"), day]),
        (3, [day]),
        (5, [("", "The same as row 4")]),
    ]


def test_a_good_row_is_looked_at_once():
    asked: list[str] = []
    kind = replace(KIND, looks=[lambda known, cells: asked.append(cells["name"])])
    check(kind, None, [[2, "Ada", "", ""], [3, "Bo", "", "soon"]], {"name": 0, "email": 1, "held_on": 2})
    assert asked == ["Bo"]


@given(CELL)
def test_any_text_is_a_day_or_a_fault(text: str):
    try:
        found = kinds.day({"held_on": text}, "held_on")
    except Fault as fault:
        assert fault.field == "held_on"
    else:
        assert found is None or 1900 <= found.year <= 2200


@pytest.mark.parametrize(
    "text", ["31/12/2026", "2026-12-31", "31-12-2026", "31 December 2026", "31 Dec 2026", "31.12.2026"]
)
def test_days_as_people_write_them(text: str):
    assert kinds.day({"held_on": text}, "held_on") == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (["Full Name", "E-Mail Address", "Completed on"], {"name": 0, "email": 1, "held_on": 2}),
        (["date", "NAME", "email"], {"name": 1, "email": 2, "held_on": 0}),
        (["Training date", "Name of full", "x"], {}),
        (["emails", "name", "name"], {"name": 1, "email": 0}),
        ([], {}),
    ],
)
def test_columns_are_guessed_by_what_they_are_called(columns, found):
    assert found.items() <= guessing.guess(FIELDS, columns).items()
    assert guessing.guess(FIELDS, ["zzz"]) == {}


@given(st.text(max_size=8))
def test_no_cell_of_a_list_to_mend_is_worked_out_and_it_reads_back(text: str):
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    result = check(KIND, None, [[2, guarded("x" if not text.strip() else text)]], {"name": 0})
    if result.good and text.startswith(("=", "+", "-", "@")):
        assert result.good[0].key.startswith(text[:1])
