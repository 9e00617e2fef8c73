"""How long until people are asked, and asked again: dated settings of the authority, each with its reason."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.kernel import clock, months
from waymark.foundation.tasks import LOCAL, ClockDefault, Unit
from waymark.foundation.tasks.clocks import period

LATER, NUDGE = "feedback.later", "feedback.nudge"
CLOCKS = (
    ClockDefault(LATER, _("Asking people again what has come of their training"), 3, Unit.MONTHS, LOCAL),
    ClockDefault(
        NUDGE, _("Asking those once more who have not answered about training"), 7, Unit.DAYS, LOCAL
    ),
)


def declare_clocks() -> None:
    """Called in AppConfig.ready."""
    tasks.declare_clock(*CLOCKS)


# Of one unit, in days; a week has five working days. Months are counted on the calendar.
IN_DAYS = {Unit.HOURS: 1 / 24, Unit.DAYS: 1, Unit.WORKING_DAYS: 7 / 5}


def before(code: str, now: datetime, authority_id: int) -> datetime:
    """What happened up to this moment is due now."""
    length = period(code, on=clock.uk_date(now), authority_id=authority_id)
    if length.unit == Unit.MONTHS:
        return datetime.combine(months.after(clock.uk_date(now), -length.number), now.timetz())
    return now - timedelta(days=length.number * IN_DAYS[length.unit])
