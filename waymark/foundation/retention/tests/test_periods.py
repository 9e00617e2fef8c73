"""Periods on the calendar, and the table of classes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.foundation.retention.classes import CLASSES, RetentionClass, find
from waymark.foundation.retention.periods import Period, days, hours, months, years
from waymark.foundation.retention.queries import SLACK, erase_on, is_due


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        (date(2024, 2, 29), years(3), date(2027, 2, 28)),
        (date(2024, 2, 29), years(4), date(2028, 2, 29)),
        (date(2026, 1, 31), months(1), date(2026, 2, 28)),
        (date(2026, 12, 31), months(2), date(2027, 2, 28)),
        (date(2026, 11, 21), days(90), date(2027, 2, 19)),
        (date(2026, 11, 21), hours(24), date(2026, 11, 22)),
        (date(2026, 11, 21), Period(), date(2026, 11, 21)),
    ],
)
def test_a_period_ends_on_the_calendar(start: date, period: Period, end: date) -> None:
    assert period.after(start) == end


def test_words() -> None:
    said = [p.words for p in (years(6), months(18), days(1), hours(24), Period(months=12, days=35), Period())]
    assert said == ["6 years", "18 months", "1 day", "24 hours", "1 year 35 days", "at once"]


def test_a_period_is_not_negative_and_months_have_no_moment() -> None:
    with pytest.raises(ValueError, match="negative"):
        Period(days=-1)
    with pytest.raises(ValueError, match="calendar"):
        months(1).after_moment(datetime(2026, 1, 1, tzinfo=UTC))


@given(
    start=st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    period=st.builds(Period, months=st.integers(0, 300), days=st.integers(0, 400)),
)
def test_the_databases_choice_of_candidates_leaves_no_due_row_out(start: date, period: Period) -> None:
    """On the first day that a row is due, it is among those begun before the day the query asks for."""
    today = period.after(start)
    assert start <= today - timedelta(days=period.measure // 16) + SLACK


def test_the_table_has_the_twenty_five_rows_of_the_sheet() -> None:
    assert [row.number for row in CLASSES.values()] == list(range(1, 26))
    assert all(row.erased_after is not None for row in CLASSES.values()), "everything goes some day"
    assert [code for code, row in CLASSES.items() if row.ceiling is None] == ["board-papers"]


def test_a_default_beyond_its_ceiling_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond the ceiling"):
        RetentionClass(99, "x", "X", "start", None, days(15), None, days(14), "P")
    with pytest.raises(ValueError, match="no retention class"):
        find("for-ever")


def test_the_ceiling_wins_over_a_longer_calendar() -> None:
    """Three months from 1 February are 89 days; a setting of 91 days compares as shorter, and still ends with them."""
    row = RetentionClass(99, "x", "X", "start", None, days(10), None, months(3), "P")
    assert erase_on(row, days(91), date(2026, 2, 1)) == date(2026, 5, 1)


def test_a_day_begins_in_the_united_kingdom() -> None:
    row = find("draft-referral")
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # already 2 July here
    assert erase_on(row, days(14), late) == date(2026, 7, 16)
    assert not is_due(row, days(14), late, datetime(2026, 7, 15, 22, 59, tzinfo=UTC))
    assert is_due(row, days(14), late, datetime(2026, 7, 15, 23, 0, tzinfo=UTC))


def test_hours_run_to_the_minute() -> None:
    made = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
    row = find("export-file")
    assert not is_due(row, hours(24), made, made + timedelta(hours=23, minutes=59))
    assert is_due(row, hours(24), made, made + timedelta(hours=24))
    assert not is_due(row, hours(24), None, made)
