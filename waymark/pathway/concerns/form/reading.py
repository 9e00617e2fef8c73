"""What was answered, as rows for a page: with the questions of the version it was asked with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .asking import Answers, Kind, Page, Question, Version, rows_of


@dataclass(frozen=True)
class Row:
    """One answered question. `place`: which row of a page of several (from 1), 0 for other pages."""

    page: str
    label: str
    text: str
    place: int = 0
    local: bool = False


@dataclass(frozen=True)
class Section:
    code: str
    title: str
    rows: list[Row]


def sections(version: Version, answers: Answers) -> list[Section]:
    """Every section with the answers given. Pages that were not asked, or are not among `answers`, are left out."""
    found = []
    for code, title in version.sections.items():
        rows = [
            row
            for page in version.asked(answers, code)
            if page.code in answers
            for row in _rows(page, answers)
        ]
        found.append(Section(code, str(title), rows))
    return [section for section in found if section.rows]


def text_of(question: Question, value: Any) -> str:
    """An answer in words; “Not answered” for an empty one."""
    if value is None or value == "":
        return _("Not answered")
    if question.kind == Kind.YES_NO:
        return _("Yes") if value else _("No")
    if question.kind == Kind.CHOICE:
        return str(dict(question.choices).get(value, value))
    if question.kind == Kind.DAY:
        return date_format(date.fromisoformat(value), "j F Y")
    if question.kind == Kind.PART:
        return part_text(value)
    if question.kind == Kind.SCHOOL:
        return str(value.get("name", ""))
    return str(value)


def part_text(value: Mapping[str, str]) -> str:
    """A date as precise as it is known, such as “March 2011”."""
    shape = {"day": "j F Y", "month": "F Y", "year": "Y"}[value["precision"]]
    return date_format(date.fromisoformat(value["on"]), shape)


def row_title(page: Page, values: Answers) -> str:
    """The first two answers of a row, shortened, to tell the rows of a page apart."""
    given = [
        text_of(question, values[question.code]) for question in page.questions if values.get(question.code)
    ]
    title = ", ".join(" ".join(text.split()) for text in given[:2]) or _("Not answered")
    return title if len(title) <= 100 else title[:99] + "…"


def _rows(page: Page, answers: Answers) -> list[Row]:
    if page.rows is None:
        return [_row(page, q, answers[page.code]) for q in page.questions]
    held = rows_of(answers, page.code)
    if not held:
        return [Row(page.code, str(page.title), str(page.rows.none), local=page.local)]
    return [_row(page, q, row, place) for place, row in enumerate(held, start=1) for q in page.questions]


def _row(page: Page, question: Question, values: Answers, place: int = 0) -> Row:
    return Row(page.code, str(question.name), text_of(question, values.get(question.code)), place, page.local)
