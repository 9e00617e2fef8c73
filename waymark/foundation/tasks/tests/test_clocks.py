"""When things are due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from tests.cast import Cast
from waymark.foundation import tasks
from waymark.foundation.kernel.clock import UK
from waymark.foundation.tasks import ClockDefault, Unit, clocks
from waymark.foundation.tasks.models import Clock

THURSDAY = datetime(
    2026, 4, 2, 15, 0, tzinfo=UTC
)  # before Easter: Good Friday is the 3rd, Easter Monday the 6th


def test_working_days_leave_out_weekends_and_bank_holidays(cast: Cast) -> None:
    assert clocks.due("tests.look", THURSDAY, authority_id=cast.here.authority.pk) == datetime(
        2026, 4, 8, 23, 59, tzinfo=UK
    )


def test_each_nation_has_its_own_bank_holidays(cast: Cast) -> None:
    authority = cast.here.authority
    authority.nation = "scotland"
    authority.save()
    # Easter Monday is a working day in Scotland.
    due = clocks.due("tests.look", THURSDAY, authority_id=authority.pk)
    assert due == datetime(2026, 4, 7, 23, 59, tzinfo=UK)


def test_hours_are_hours_over_a_change_of_the_clocks(db: None) -> None:
    before = datetime(2026, 3, 28, 12, 0, tzinfo=UK)
    assert clocks.due("tests.call", before) - before.astimezone(UTC) == timedelta(hours=72)


def test_the_default_says_where_it_comes_from(db: None) -> None:
    period = clocks.period("tests.look", on=date(2026, 1, 1))
    assert (period.number, period.confirmed, period.source) == (2, False, "to be confirmed locally")
    assert period.words == "2 working days"
    assert clocks.Period(1, clocks.Unit.MONTHS, "", True).words == "1 month"
    assert {row["code"] for row in clocks.listed()} >= {"tests.look", "tests.call"}


def test_a_record_keeps_its_periods_in_no_language_and_says_them_in_the_readers(db: None) -> None:
    law = clocks.Period(1, Unit.MONTHS, clocks.CLOCKS["stewardship.answer"].source, True)
    with translation.override("cy"):
        kept = law.kept
        assert clocks.told_of(kept) == law.told != f"1 month: {law.source}"
    assert kept == "1 months UK GDPR, article 12A"
    assert clocks.told_of(f"{kept}\n2 working_days Agreed by our board") == (
        "1 month: UK GDPR, article 12A + 2 working days: Agreed by our board"
    )


def test_where_a_period_comes_from_is_said_in_the_readers_language() -> None:
    plain = [
        code
        for code, one in clocks.CLOCKS.items()
        if not code.startswith("tests.") and isinstance(one.source, str)
    ]
    assert plain == []


def test_a_dated_setting_holds_from_its_day_on_and_the_authoritys_own_comes_first(cast: Cast) -> None:
    here = cast.here.authority
    _set(3, date(2026, 5, 1), None)
    _set(5, date(2026, 6, 1), here)

    def days(on: date, authority_id: int | None) -> int:
        return clocks.period("tests.look", on=on, authority_id=authority_id).number

    assert days(date(2026, 4, 30), here.pk) == 2
    assert days(date(2026, 5, 1), here.pk) == 3
    assert days(date(2026, 6, 1), here.pk) == 5
    assert days(date(2026, 6, 1), cast.there.authority.pk) == 3


def test_the_database_refuses_a_period_of_nothing_or_without_source(cast: Cast) -> None:
    for wrong in ({"number": 0}, {"source": ""}, {"unit": "moons"}):
        given = {
            "code": "tests.look",
            "number": 1,
            "unit": "days",
            "from_date": date(2026, 1, 1),
            "source": "s",
        }
        with pytest.raises(IntegrityError), transaction.atomic():
            Clock.objects.create(**(given | wrong))
        with pytest.raises(ValidationError):
            Clock(**(given | wrong)).full_clean()
    _set(1, date(2026, 1, 1), None)
    with pytest.raises(IntegrityError, match="clock_once"), transaction.atomic():
        _set(2, date(2026, 1, 1), None)


def test_a_declared_period_is_positive_and_a_code_is_taken_once() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        tasks.declare_clock(ClockDefault("tests.zero", "z", 0, Unit.DAYS, source="s"))
    with pytest.raises(ValueError, match="two clocks"):
        tasks.declare_clock(ClockDefault("tests.look", "z", 9, Unit.DAYS, source="s"))
    with pytest.raises(ValueError, match="no part declares"):
        clocks.period("tests.unknown", on=date(2026, 1, 1))


def _set(number: int, from_date: date, authority: object) -> None:
    Clock.objects.create(
        code="tests.look",
        number=number,
        unit="working_days",
        from_date=from_date,
        source="local",
        authority=authority,
    )


def test_months_are_those_of_the_calendar(db: None) -> None:
    asked = datetime(2026, 8, 31, 12, 0, tzinfo=UK)
    assert clocks.due("tests.half-year", asked) == datetime(2027, 2, 28, 23, 59, tzinfo=UK)
