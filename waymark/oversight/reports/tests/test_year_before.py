"""Each figure of a training report beside that of a year before: where there is one, held back as now, kept when signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _
from pypdf import PdfReader

from waymark.foundation import measures
from waymark.foundation.measures import Count, Measure, Scope, Unit
from waymark.foundation.measures.periods import Period, a_year_before
from waymark.oversight.reports import figures, paper
from waymark.oversight.reports.models import Kind, Report
from waymark.oversight.reports.page import Page, PartShown

from .desk import FIRST, Desk

COURSES = ("training.needed", "training.in-date")
NOW: dict[str, dict[str, dict[tuple[str, ...], int]]] = {
    "training.sessions": {"": {(): 30}, "audience": {("Primary",): 20, ("Council staff",): 10}},
    "training.attendances": {"": {(): 900}},
    "training.people": {"": {(): 440}, "audience": {("Primary",): 400, ("Council staff",): 40}},
    "training.needed": {
        "": {(): 200},
        "role+course": {("Teacher", "First steps"): 120, ("Governor", ""): 80},
    },
    "training.in-date": {"": {(): 90}, "role+course": {("Teacher", "First steps"): 60, ("Governor", ""): 30}},
    "training.in-scope": {"": {(): 200}},
    "training.in-scope-trained": {"": {(): 41}},
}
BEFORE = {
    "training.sessions": {"": {(): 12}, "audience": {("Primary",): 11, ("Secondary",): 1}},
    "training.attendances": {"": {(): 300}},
    "training.people": {"": {(): 57}, "audience": {("Primary",): 53, ("Secondary",): 4}},
    "training.needed": {
        "": {(): 150},
        "role+course": {("Teacher", "First steps"): 100, ("Governor", ""): 50},
    },
    "training.in-date": {"": {(): 53}, "role+course": {("Teacher", "First steps"): 50, ("Governor", ""): 3}},
}
WORDS = {"course": {"": _("Any training")}}


def planted(code: str, before: dict[str, Any]) -> Measure:
    def counts(scope: Scope) -> list[Count]:
        held = NOW if scope.from_on == FIRST else before
        return [Count(*row) for row in held.get(code, {}).get("+".join(scope.by), {}).items()]

    return Measure(
        code, _("Sessions"), _("A planted count."), Unit.COUNT, _("Places"), counts, words=WORDS,
        personal=code in ("training.people", "training.in-date", "training.in-scope-trained"),
        by=("audience", "role", "course"),
    )  # fmt: skip


@pytest.fixture(autouse=True)
def before() -> Iterator[dict[str, Any]]:
    """What was counted a year before, to be changed."""
    held, numbers = dict(measures.MEASURES), dict(BEFORE)
    measures.MEASURES.clear()
    measures.declare(*(planted(code, numbers) for code in NOW))
    yield numbers
    measures.MEASURES.clear()
    measures.MEASURES.update(held)


@pytest.fixture
def desk(cast) -> Desk:
    return Desk(cast.here)


def page_of(desk: Desk, report: Report) -> Page:
    with desk.side.acting("lead") as by:
        found = figures.kept(report) if report.signed_at else figures.counted(report, by)
        return Page.of(report, found)


def part(page: Page, code: str) -> PartShown:
    return next(one for one in page.parts if one.code == code)


def test_a_year_before_has_the_same_days():
    for now, then in (
        ((date(2025, 4, 1), date(2026, 3, 31)), (date(2024, 4, 1), date(2025, 3, 31))),
        ((date(2024, 2, 1), date(2024, 2, 29)), (date(2023, 2, 1), date(2023, 2, 28))),
        ((date(2025, 7, 1), date(2025, 9, 30)), (date(2024, 7, 1), date(2024, 9, 30))),
    ):
        assert a_year_before(Period(*now)) == Period(*then)


def test_each_figure_stands_beside_that_of_the_year_before(desk):
    held = part(page_of(desk, desk.begun()), "held")
    whole, by_audience = held.grids[:2]
    assert whole.columns == ["Figure", "1 April 2025 to 31 March 2026", "1 April 2024 to 31 March 2025"]
    assert whole.rows == [["Sessions", "30", "12"], ["Sessions", "900", "300"]]
    assert [row[:2] for row in by_audience.rows] == [
        ["Council staff", "10 (0)"], ["Primary", "20 (11)"], ["Secondary", "0 (1)"],
    ]  # fmt: skip
    assert held.compares == "In brackets: the year before, from 1 April 2024 to 31 March 2025."


def test_small_numbers_of_the_year_before_are_held_back_too(desk):
    """And nobody of a group that is there in one of the years alone."""
    rows = part(page_of(desk, desk.begun()), "held").grids[1].rows
    assert [row[0::3] for row in rows] == [
        ["Council staff", "[c] ([c])"], ["Primary", "400 (53)"], ["Secondary", "[c] ([c])"],
    ]  # fmt: skip


def test_n_of_m_by_role_and_course_has_a_share(desk):
    needs = part(page_of(desk, desk.begun()), "needs")
    assert needs.says == [
        "As at 31 March 2026, 90 of 200 staff who need training are in date with all of it: 45%."
    ]
    assert needs.grids[0].rows == [["Sessions", "200", "150"], ["Sessions", "90", "53"]]
    assert needs.grids[1].rows == [
        ["Governor · Any training", "80 (50)", "30 ([c])", "38% (–)"],
        ["Teacher · First steps", "120 (100)", "60 ([c])", "50% (–)"],
    ]


def test_what_nobody_wrote_down_then_is_no_figure_and_no_nought(desk):
    scope = part(page_of(desk, desk.begun()), "scope")
    assert scope.grids[0].rows == [["Sessions", "200", "no figure"], ["Sessions", "41", "no figure"]]
    assert scope.compares == ""


def test_of_people_there_is_no_figure_where_nobody_was_known_by_name(desk, before):
    before["training.people"] = {}
    held = part(page_of(desk, desk.begun()), "held").grids[1].rows
    assert [row[1::2] for row in held] == [["10 (0)", "40"], ["20 (11)", "400"], ["0 (1)", "0"]]
    assert part(page_of(desk, desk.begun()), "people").grids[0].rows == [["Sessions", "440", "no figure"]]


def test_before_the_service_was_used_there_is_no_figure_at_all(desk, before):
    for code in ("training.sessions", "training.attendances"):
        before.pop(code)
    page = page_of(desk, desk.begun())
    assert {row[-1] for one in page.parts for row in one.grids[0].rows} == {"no figure"}
    assert not any(one.compares or "(" in "".join(map(str, one.grids[-1].rows)) for one in page.parts)


def test_a_signed_report_keeps_it(desk, before):
    report = desk.signed(desk.begun())
    before["training.sessions"] = {"": {(): 99}}
    signed = Report.objects.select_related("signed_by", "corrects")
    with desk.side.acting("lead"):
        report = signed.get(pk=report.pk)
    page = page_of(desk, report)
    assert part(page, "held").grids[0].rows[0] == ["Sessions", "30", "12"]
    assert part(page, "needs").grids[1].rows[0][2] == "30 ([c])"
    assert part(page, "scope").grids[0].rows[0][2] == "no figure"
    with desk.side.acting("lead"), pytest.raises(ProgrammingError), transaction.atomic():
        report.figures.filter(code="training.sessions", split="").update(before=[])


def test_the_paper_says_the_same(desk):
    report = desk.begun()
    page = page_of(desk, report)
    with desk.side.acting("lead"):
        text = "".join(one.extract_text() for one in PdfReader(BytesIO(paper.of(report, page))).pages)
    for words in ("1 April 2024 to 31 March 2025", "20 (11)", "In brackets: the year before", "no figure"):
        assert words in " ".join(text.split()), words


def test_other_reports_are_not_compared(desk):
    report = desk.begun("coordinator", kind=Kind.CHANNEL)
    with desk.side.acting("lead") as by:
        assert all(one.before is None for one in figures.counted(report, by).by.values())
