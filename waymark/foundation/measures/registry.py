"""The registry of measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface.addresses import FOR_AUTHORITY
from waymark.foundation.kernel.refusals import NotAllowed

from .together import Grouped, MadeOf


class Unit(StrEnum):
    COUNT = "count"
    WORKING_DAYS = "working_days"
    DAYS = "days"
    PER_CENT = "per_cent"


UNIT_WORDS = {
    Unit.COUNT: _("number"),
    Unit.WORKING_DAYS: _("working days"),
    Unit.DAYS: _("days"),
    Unit.PER_CENT: _("per cent"),
}


class Refused(NotAllowed):
    """This person may not have this figure."""


@dataclass(frozen=True)
class Scope:
    """Of which authority, from which day up to and including which, split by what (codes that the measure knows)."""

    authority_id: int
    from_on: date
    until_on: date
    by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.until_on < self.from_on:
            raise ValueError("the last day of a scope must not be before its first")


@dataclass(frozen=True)
class Count:
    """One figure: the values of `Scope.by`, in that order, and how many. No key of a record fits in here."""

    group: tuple[str, ...]
    number: int


@dataclass(frozen=True)
class Line:
    """One record in the list of what a figure counts: its reference, its day, its page. Nothing about a person."""

    reference: str
    on: date | None
    href: str


@dataclass(frozen=True)
class Rows:
    """The records that a measure counts, from which both the figure and the list behind it come.

    `find`: those of a scope (a queryset of protected rows); `line` writes one down; `splits`: of each split the
    expression it groups by, and what it is called.
    """

    find: Callable[[Scope], Any]
    line: Callable[[Any], Line]
    splits: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Measure:
    """`counts` gets the scope and answers its figures, or what to group for them (together.py).
    `personal`: are the records that it counts about people?

    `by` names the splits it knows, `words` says the codes of each split in words; `drill_url_name` is the list of the
    records behind it, which decides anew who may come. `drills_exactly`: that list takes `from`, `until` and each split
    in its address, and shows what was counted, no more and no less; with `rows` the page of this part is that list.
    `version` counts up when the definition changes.
    """

    code: str
    title: Any
    definition: Any
    unit: Unit
    source: Any
    counts: Callable[[Scope], Iterable[Count] | Grouped | MadeOf]
    personal: bool
    drill_url_name: str = ""
    by: tuple[str, ...] = ()
    words: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, compare=False)
    version: int = 1
    drills_exactly: bool = False
    rows: Rows | None = field(default=None, compare=False)

    def said(self, by: str, code: str) -> Any:
        """What a group of a split is called; nothing stands without a name."""
        return self.words.get(by, {}).get(code, code) or UNNAMED

    def address(self, scope: Scope, **of: str) -> str:
        """Of the list that shows what was counted, narrowed as the figure is; empty where there is no such list."""
        if not (self.rows or (self.drill_url_name and self.drills_exactly)):
            return ""
        days = {"from": scope.from_on.isoformat(), "until": scope.until_on.isoformat()}
        there = reverse("measures:counted", args=[self.code]) if self.rows else reverse(self.drill_url_name)
        return f"{there}?{urlencode({**days, FOR_AUTHORITY: scope.authority_id, **of})}"


UNNAMED = _("Not known")
MEASURES: dict[str, Measure] = {}


def declare(*measures: Measure) -> None:
    """Adds measures. ValueError when a code is taken, or a title or definition is empty."""
    for measure in measures:
        if MEASURES.get(measure.code, measure) != measure:
            raise ValueError(f"two measures are called {measure.code}")
        if not str(measure.title).strip() or not str(measure.definition).strip():
            raise ValueError(f"{measure.code} has no title or no definition")
        MEASURES[measure.code] = measure


def get(code: str) -> Measure:
    """The measure of that code. KeyError when no part declares it."""
    return MEASURES[code]
