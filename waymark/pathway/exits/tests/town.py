"""The town of these lives: its people, its panel, and the time that passes in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from tests.cast import Side
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.clock import UK
from waymark.foundation.kernel.refusals import NotNow
from waymark.pathway.panel.tests.sitting import Table

FIRST_DAY, LAST_DAY = date(2020, 3, 2), date(2026, 3, 2)
# Who does the work of somebody whose account is disabled.
INSTEAD = {"officer": ("officer", "second_officer", "lead"), "lead": ("lead", "second_officer")}
CASTING = ("police", "supervisor", "officer", "second_officer", "lead", "coordinator", "chair", "panel_police", "mentor",
           "teacher", "administrator")  # fmt: skip


@dataclass
class Hours:
    """The time of the lives: each deed a second after the last one."""

    now: datetime

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    @property
    def day(self) -> date:
        return clock.uk_date(self.now)

    def reach(self, day: date) -> None:
        """Noon of that day, unless it is past."""
        if day > LAST_DAY:
            raise NotNow()
        self.now = max(self.now, datetime.combine(day, time(12), UK))


@dataclass
class Town:
    """An authority with its people and its panel, who of them is away, and the meeting of the day."""

    side: Side
    hours: Hours
    away: set[str] = field(default_factory=set)
    table: Table | None = None

    def __post_init__(self) -> None:
        for who in CASTING:
            self.side.user(who)
        for kind in ("school", "clinic", "council", "police", "provider"):
            self.side.organisation(kind)
        self.table = self.table or Table(self.side)

    def working(self, who: str) -> str:
        return next((one for one in INSTEAD.get(who, ()) if one not in self.away), who)
