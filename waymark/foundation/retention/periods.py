"""Periods on the calendar: three years after 29 February 2024 is 28 February 2027."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.foundation.kernel import months as calendar_months


@dataclass(frozen=True)
class Period:
    """Months first, then days, then hours, as calendars count. Years are twelve months."""

    months: int = 0
    days: int = 0
    hours: int = 0

    def __post_init__(self) -> None:
        if min(self.months, self.days, self.hours) < 0:
            raise ValueError("a period is not negative")

    def after(self, start: date) -> date:
        """The day on which a period that begins on `start` is over. Hours count as a whole day more."""
        whole = calendar_months.after(start, self.months)
        return whole + timedelta(days=self.days + (1 if self.hours else 0))

    def after_moment(self, start: datetime) -> datetime:
        """The moment at which it is over; for periods of days and hours."""
        if self.months:
            raise ValueError("months are counted by days on the calendar")
        return start + timedelta(days=self.days, hours=self.hours)

    @property
    def measure(self) -> int:
        """For comparing periods, exact for like with like: a month is 487/16 days (30.4375) on average."""
        return self.months * 487 + self.days * 16 + (self.hours * 16 + 23) // 24

    @property
    def words(self) -> str:
        """In words, such as “6 years” or “18 months”."""
        years, months = divmod(self.months, 12)
        if years and months:
            years, months = 0, self.months
        parts = [
            years and ngettext("%(count)s year", "%(count)s years", years) % {"count": years},
            months and ngettext("%(count)s month", "%(count)s months", months) % {"count": months},
            self.days and ngettext("%(count)s day", "%(count)s days", self.days) % {"count": self.days},
            self.hours and ngettext("%(count)s hour", "%(count)s hours", self.hours) % {"count": self.hours},
        ]
        return " ".join(part for part in parts if part) or _("at once")


def years(count: int) -> Period:
    return Period(months=12 * count)


def months(count: int) -> Period:
    return Period(months=count)


def days(count: int) -> Period:
    return Period(days=count)


def hours(count: int) -> Period:
    return Period(hours=count)
