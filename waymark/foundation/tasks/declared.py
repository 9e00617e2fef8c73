"""Kinds of task and default clocks, as the parts declare them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


class Unit(StrEnum):
    WORKING_DAYS = "working_days"
    DAYS = "days"
    HOURS = "hours"
    MONTHS = "months"


LOCAL = _("Set locally; no national period is published")

UNIT_WORDS = {
    Unit.WORKING_DAYS: _("working days"),
    Unit.DAYS: _("days"),
    Unit.HOURS: _("hours"),
    Unit.MONTHS: _("months"),
}

# A number of them, said as one says it: 1 month, 2 months.
LENGTHS = {
    Unit.WORKING_DAYS: ngettext_lazy("%(count)s working day", "%(count)s working days", "count"),
    Unit.DAYS: ngettext_lazy("%(count)s day", "%(count)s days", "count"),
    Unit.HOURS: ngettext_lazy("%(count)s hour", "%(count)s hours", "count"),
    Unit.MONTHS: ngettext_lazy("%(count)s month", "%(count)s months", "count"),
}


@dataclass(frozen=True)
class Kind:
    """`sentence` is all that a list says (no placeholder). The page where it is done is `url_name`.

    `url_takes` says what that address needs: "reference", "id", or "nothing" (a list page). `clock` names the clock
    that gives the due time; "" when the caller says it. `late_url_name` is where whoever is told when it is late looks
    at it, if that is another page than where it is done. `reminded`: the part may tell people itself.
    """

    code: str
    sentence: Any
    url_name: str
    clock: str = ""
    url_takes: str = "reference"
    late_url_name: str = ""
    reminded: bool = True

    def __post_init__(self) -> None:
        if self.url_takes not in ("reference", "id", "nothing"):
            raise ValueError(f"{self.code}: a task’s address takes the reference, the id or nothing")


@dataclass(frozen=True)
class ClockDefault:
    """The length of a period until somebody sets another. `confirmed`: does a published source say so?

    `source` is a lazy sentence: where the length comes from, said in the language of whoever reads it.
    """

    code: str
    title: Any
    number: int
    unit: Unit
    source: Any
    confirmed: bool = False


KINDS: dict[str, Kind] = {}
CLOCKS: dict[str, ClockDefault] = {}


def declare(*kinds: Kind) -> None:
    """Adds kinds of task. ValueError when a code is taken."""
    for kind in kinds:
        if KINDS.get(kind.code, kind) != kind:
            raise ValueError(f"two kinds of task are called {kind.code}")
        KINDS[kind.code] = kind


def declare_clock(*clocks: ClockDefault) -> None:
    """Adds default periods. ValueError when a code is taken or a period is not positive."""
    for clock in clocks:
        if CLOCKS.get(clock.code, clock) != clock:
            raise ValueError(f"two clocks are called {clock.code}")
        if clock.number < 1:
            raise ValueError(f"{clock.code}: a period is at least 1")
        CLOCKS[clock.code] = clock


def find(code: str) -> Kind:
    """The kind of that code. ValueError when no part declares it."""
    try:
        return KINDS[code]
    except KeyError:
        raise ValueError(f"no part declares the task {code}") from None
