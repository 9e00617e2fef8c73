"""The days that figures are of: the authority’s own year unless others are asked for."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.kernel import months
from waymark.foundation.measures import periods
from waymark.foundation.measures.periods import Period
from waymark.foundation.tasks import ClockDefault, Unit
from waymark.foundation.tasks.clocks import period

YEAR, AGAIN = "reach.year", "reach.again"
CLOCKS = (
    ClockDefault(
        YEAR, _("Months from 1 January until the authority’s own year of figures begins"), 3, Unit.MONTHS,
        _("The financial year of councils begins on 1 April"),
    ),
    ClockDefault(
        AGAIN, _("How long after a letter or call the next one to the same place wants a tick"), 42, Unit.DAYS,
        _("Proposed by Waymark: half a school term"),
    ),
)  # fmt: skip


def own_year(authority_id: int, day: date) -> Period:
    """The year of the authority that holds that day. One query."""
    length = period(YEAR, on=day, authority_id=authority_id)
    return periods.of(day, length.number % 12 + 1)


def again_since(authority_id: int, day: date) -> date:
    """Whoever was written to or called on this day or later is not approached again without a tick. One query."""
    length = period(AGAIN, on=day, authority_id=authority_id)
    if length.unit == Unit.MONTHS:
        return months.after(day, -length.number)
    return day - timedelta(days=length.number)


def declare() -> None:
    """Called in AppConfig.ready."""
    tasks.declare_clock(*CLOCKS)
