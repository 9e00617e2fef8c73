"""The years and quarters that councils report on: as they run, and as they ended last."""

from __future__ import annotations

from datetime import date

from waymark.foundation.measures import periods
from waymark.foundation.measures.periods import Named, Period


def days(found: list[Named]) -> dict[str, tuple[date, date]]:
    return {one.code: (one.period.from_on, one.period.until_on) for one in found}


def test_those_that_ended_last():
    found = days(periods.ended(date(2026, 4, 1)))
    assert found["financial"] == (date(2025, 4, 1), date(2026, 3, 31))
    assert found["academic"] == (date(2024, 9, 1), date(2025, 8, 31))
    assert found["municipal"] == (date(2024, 5, 1), date(2025, 4, 30))
    assert found["calendar"] == (date(2025, 1, 1), date(2025, 12, 31))
    assert found["quarter"] == (date(2026, 1, 1), date(2026, 3, 31))
    assert days(periods.ended(date(2026, 3, 31)))["financial"] == (date(2024, 4, 1), date(2025, 3, 31))


def test_those_that_run():
    found = days(periods.running(date(2026, 12, 31)))
    assert found["financial"] == (date(2026, 4, 1), date(2027, 3, 31))
    assert found["academic"] == (date(2026, 9, 1), date(2027, 8, 31))
    assert found["municipal"] == (date(2026, 5, 1), date(2027, 4, 30))
    assert found["calendar"] == (date(2026, 1, 1), date(2026, 12, 31))
    assert found["quarter"] == (date(2026, 10, 1), date(2026, 12, 31))


def test_a_year_is_the_one_before_and_twelve_months_back():
    year = Period(date(2024, 4, 1), date(2025, 3, 31))
    assert periods.before(year) == Period(date(2023, 4, 1), date(2024, 3, 31))
    assert periods.last_year(date(2024, 2, 29)) == Period(date(2023, 3, 1), date(2024, 2, 29))
