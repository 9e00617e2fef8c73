"""The days that figures are of: any days, and the years and quarters that councils report on.

Source: fact sheet on delivery, section 8 item 4. Every page and paper takes its periods from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import months


@dataclass(frozen=True)
class Period:
    """Whole days, the last one included."""

    from_on: date
    until_on: date

    def __post_init__(self) -> None:
        if self.until_on < self.from_on:
            raise ValueError("the last day of a period must not be before its first")


@dataclass(frozen=True)
class Named:
    """A period with its code and the name people call it by."""

    code: str
    title: Any
    period: Period


# Code, name, the month it begins in, how many months it takes. A municipal year begins with the annual meeting in May.
KINDS = (
    ("financial", _("Financial year"), 4, 12),
    ("academic", _("Academic year"), 9, 12),
    ("municipal", _("Municipal year"), 5, 12),
    ("calendar", _("Calendar year"), 1, 12),
    ("quarter", _("Quarter"), 1, 3),
)


def running(day: date) -> list[Named]:
    """Of each kind the one that holds that day."""
    return [Named(code, title, of(day, month, length)) for code, title, month, length in KINDS]


def ended(day: date) -> list[Named]:
    """Of each kind the last that was over before that day."""
    return [
        Named(code, title, before(of(day, month, length), length)) for code, title, month, length in KINDS
    ]


def of(day: date, month: int, length: int = 12) -> Period:
    """The period of so many months, one of which begins in that month, that holds the day."""
    begins = date(day.year - 1, month, 1)
    while months.after(begins, length) <= day:
        begins = months.after(begins, length)
    return Period(begins, months.after(begins, length) - timedelta(days=1))


def before(period: Period, length: int = 12) -> Period:
    """The one that ends where this one begins."""
    return Period(months.after(period.from_on, -length), period.from_on - timedelta(days=1))


def a_year_before(period: Period) -> Period:
    """The same days one year earlier, whatever their number."""
    after = period.until_on + timedelta(days=1)
    return Period(months.after(period.from_on, -12), months.after(after, -12) - timedelta(days=1))


def last_year(day: date) -> Period:
    """The twelve months that end with that day."""
    return Period(months.after(day, -12) + timedelta(days=1), day)
