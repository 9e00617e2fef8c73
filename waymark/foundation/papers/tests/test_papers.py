"""A paper is tagged so that it can be read aloud; what people wrote is never markup; each page says whose copy it is."""

from __future__ import annotations

import io

import page
import pytest
from django.utils import translation
from pypdf import PdfReader

from waymark.foundation import papers
from waymark.foundation.papers import Facts, Heading, Lines, NewPage, Paper, Points, Table, Words

READER = "The chair, 21 November 2026"
EVERY_KIND = [
    Heading("First item"),
    Words("What was written\nin two lines.\n\nAnd another paragraph."),
    Facts([("Area", "Hereshire"), ("Chair", "Ŵyn Łódź")]),
    Points(["one", "two"]),
    Table(["Day", "What"], [[str(row), f"Event {row}"] for row in range(60)], title="What happened", widths=[1, 3]),
    NewPage(),
    Heading("Sign in", 2),
    Lines(["Name", "Signature"], 12),
]  # fmt: skip


def read(made: bytes) -> list[str]:
    return [one.extract_text() for one in PdfReader(io.BytesIO(made)).pages]


def test_every_kind_of_block_passes_every_rule_of_pdf_ua_1():
    made = papers.pdf(Paper("Agenda", EVERY_KIND, reader=READER))
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant and not report.failures
    assert report.rules.total > 100


def test_each_page_says_what_it_is_whose_copy_and_which_page():
    pages = read(papers.pdf(Paper("Agenda", EVERY_KIND, reader=READER)))
    assert len(pages) >= 3
    for number, text in enumerate(pages, start=1):
        assert "OFFICIAL-SENSITIVE" in text and text.count(READER) == 2  # at the foot, and across the page
        assert f"Page {number} of {len(pages)}" in text


def test_what_people_wrote_is_never_markup():
    written = 'read("/etc/passwd") #panic("x") $x$ *bold* = Not a heading \\ " ] [ <label> @ref'
    [text] = read(papers.pdf(Paper("Odd", [Words(written), Table(["A"], [[written]]), Points([written])])))
    for word in ('#panic("x")', "$x$", "*bold*", "= Not", "<label>", "@ref"):
        assert text.count(word) == 3


@pytest.mark.parametrize("name", ["সুমাইয়া বেগম", "王小明", "አበበ"])
def test_a_name_in_a_writing_that_no_font_has_is_named_by_its_numbers(name):
    [text] = read(papers.pdf(Paper("Names", [Words(f"{name} and Siân")])))
    assert f"[U+{ord(name[0]):04X}]" in text.replace("\n", "") and "Siân" in text


def test_names_in_writings_that_are_ours_stand_as_they_are():
    [text] = read(papers.pdf(Paper("Names", [Words("Łukasz Ŵyn Çelik Αθηνά Владимир Ṣadé")])))
    assert "[U+" not in text


def test_it_is_set_in_the_language_of_whoever_reads():
    with translation.override("cy"):
        made = papers.pdf(Paper("Agenda"))
    assert PdfReader(io.BytesIO(made)).root_object["/Lang"] == "cy-GB"


def test_a_row_with_a_cell_too_few_is_refused():
    with pytest.raises(ValueError, match="as many cells"):
        papers.pdf(Paper("Agenda", [Table(["A", "B"], [["1"]])]))
