"""What a form is made of: sections, pages, questions. Frozen once a version was in use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

Answers = Mapping[str, Any]


class Kind(StrEnum):
    LINE = "line"
    WORDS = "words"
    CHOICE = "choice"
    YES_NO = "yes-no"
    DAY = "day"
    PART = "part"
    WHOLE = "whole"
    EMAIL = "email"
    PHONE = "phone"
    SCHOOL = "school"


@dataclass(frozen=True)
class Question:
    """`required`: the sentence when it is not answered, or "" when it may be left out. `short`: its name in lists.
    `or_another`: another answer of the page may stand for it."""

    code: str
    kind: Kind
    label: Any
    hint: Any = ""
    required: Any = ""
    choices: tuple[tuple[str, Any], ...] = ()
    longest: int = 0
    short: Any = ""
    autocomplete: str = ""
    or_another: bool = False

    @property
    def name(self) -> Any:
        return self.short or self.label


@dataclass(frozen=True)
class When:
    """A page is asked only where another page’s question has one of these values."""

    page: str
    question: str
    values: tuple[Any, ...]

    def holds(self, answers: Answers) -> bool:
        return (answers.get(self.page) or {}).get(self.question) in self.values


@dataclass(frozen=True)
class Rows:
    """A page of several rows of one kind: add, change, remove. `least` rows are needed."""

    one: Any
    many_question: Any
    none: Any
    least: int = 0
    too_few: Any = ""
    most: int = 20


@dataclass(frozen=True)
class Page:
    """One page. `guidance`: paragraphs; `prompts`: a list under “What to think about”.

    `apart`: says who first had the concern, kept where it can be hidden. `local`: added by the council, labelled so.
    `rule` gets the cleaned values and gives (question code, sentence) pairs of what does not fit together.
    """

    code: str
    section: str
    title: Any
    questions: tuple[Question, ...]
    guidance: tuple[Any, ...] = ()
    prompts: tuple[Any, ...] = ()
    when: When | None = None
    rows: Rows | None = None
    apart: bool = False
    local: bool = False
    rule: Callable[[Answers], list[tuple[str, Any]]] | None = None

    def applies(self, answers: Answers) -> bool:
        return self.when is None or self.when.holds(answers)


@dataclass(frozen=True)
class Version:
    """One version of the form. `sections`: code → title, in the order of the task list."""

    number: int
    in_use_from: date
    sections: Mapping[str, Any]
    pages: tuple[Page, ...]

    def find(self, code: str) -> Page | None:
        return next((page for page in self.pages if page.code == code), None)

    def asked(self, answers: Answers, section: str = "") -> Iterator[Page]:
        """The pages that apply, in order."""
        return (p for p in self.pages if (not section or p.section == section) and p.applies(answers))

    def after(self, page: Page, answers: Answers) -> Page | None:
        """The next page of the same section, if there is one."""
        rest = list(self.asked(answers, page.section))
        place = next((n for n, p in enumerate(rest) if p.code == page.code), len(rest))
        return rest[place + 1] if place + 1 < len(rest) else None


def is_answered(page: Page, answers: Answers) -> bool:
    """Was this page sent whole? (An optional one counts when it was seen.)"""
    held = answers.get(page.code)
    if held is None:
        return False
    return bool(held.get("done")) and len(held.get("rows", ())) >= page.rows.least if page.rows else True


def rows_of(answers: Answers, code: str) -> list[dict[str, Any]]:
    """The rows of a page of several, in order."""
    return list((answers.get(code) or {}).get("rows", ()))
