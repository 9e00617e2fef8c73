"""Working days: weekends and bank holidays left out. Calendars from the `holidays` package, one per nation."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays

NATIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}


@lru_cache(maxsize=256)
def bank_holidays(nation: str, year: int) -> frozenset[date]:
    """Bank holidays of one nation (a key of NATIONS) in one year. KeyError for an unknown nation."""
    return frozenset(holidays.country_holidays("GB", subdiv=NATIONS[nation], years=year))


def is_working_day(day: date, nation: str = "england") -> bool:
    return day.weekday() < 5 and day not in bank_holidays(nation, day.year)


def add_working_days(day: date, count: int, nation: str = "england") -> date:
    """The date `count` working days after `day` (before it, when negative); `day` itself is not counted."""
    step = timedelta(days=1 if count >= 0 else -1)
    left = abs(count)
    while left:
        day += step
        if is_working_day(day, nation):
            left -= 1
    return day


def working_days_between(start: date, end: date, nation: str = "england") -> int:
    """Working days after `start` up to and including `end`; 0 when `end` is not later."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(1 for day in days if is_working_day(day, nation))
