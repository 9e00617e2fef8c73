"""What is taken away opens in a spreadsheet as what it is, and nothing in it is worked out."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.http import Http404
from python_calamine import CalamineWorkbook

from waymark.foundation.interface import downloads

HEADINGS = ("Ward", "Reached", "Last")
DANGEROUS = ["=1+1", "+44", "-2", "@SUM(A1)", "\tx", "\rx"]
ROWS = [("Ynys Môn & “Bro” <1>", -3, date(2026, 3, 1)), *((text, 0, None) for text in DANGEROUS)]


def test_csv_opens_as_text_in_a_spreadsheet():
    content = downloads.as_csv(HEADINGS, ROWS)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[:2] == [list(HEADINGS), ["Ynys Môn & “Bro” <1>", "-3", "2026-03-01"]]
    assert [row[0] for row in rows[2:]] == [f"'{text}" for text in DANGEROUS]


def test_open_document_holds_numbers_days_and_text():
    content = downloads.as_ods("By ward", HEADINGS, ROWS)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = book.get_sheet_by_index(0).to_python()
    assert book.sheet_names == ["By ward"]
    assert rows[0] == list(HEADINGS) and rows[1] == ["Ynys Môn & “Bro” <1>", -3, date(2026, 3, 1)]
    # White space at the edge of a cell is the reader’s to keep; what matters is that nothing was worked out.
    assert [row[0].strip() for row in rows[2:]] == [text.strip() for text in DANGEROUS]


def test_letters_that_xml_cannot_hold_are_left_out():
    content = downloads.as_ods("A\x00B", ("x\x0b",), [("y\x00z",)])
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["AB"] and book.get_sheet_by_index(0).to_python() == [["x"], ["yz"]]


def test_another_ending_is_no_page():
    with pytest.raises(Http404):
        downloads.answer("xls", "wards", "Wards", HEADINGS, ROWS)
    assert downloads.answer("ods", "wards", "Wards", HEADINGS, ROWS)["Content-Disposition"].endswith(
        'wards.ods"'
    )


def test_a_marking_goes_with_a_table_in_the_name_of_its_file():
    taken = downloads.answer("csv", "wards", "Wards", HEADINGS, ROWS, mark="OFFICIAL-SENSITIVE")
    assert taken["Content-Disposition"] == 'attachment; filename="wards-official-sensitive.csv"'
