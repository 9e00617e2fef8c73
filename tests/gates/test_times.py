"""Times that a published source confirms are made no longer: the database holds to what the code declares."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from waymark.foundation.kernel import clock
from waymark.foundation.tasks.declared import CLOCKS, ClockDefault, Unit
from waymark.foundation.tasks.migrating import constraint_of, no_longer

PUBLISHED = sorted(code for code, one in CLOCKS.items() if one.confirmed)


def put(code: str, number: int, unit: str, authority_id: int | None = None) -> None:
    """By plain SQL, as the application’s role."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("waymark_app",)
        cursor.execute(
            "INSERT INTO tasks_clock (code, number, unit, from_date, source, confirmed, recorded_at, authority_id)"
            " VALUES (%s, %s, %s, %s, 'Written down', false, now(), %s)",
            [code, number, unit, clock.today(), authority_id],
        )


@pytest.mark.parametrize("code", PUBLISHED)
def test_one_that_is_published_is_made_shorter_and_no_longer(cast, code):
    default = CLOCKS[code]
    others = [unit for unit in Unit if unit != default.unit]
    for authority_id in (cast.here.authority.pk, None):
        for number, unit in ((default.number + 1, default.unit), *((1, unit) for unit in others)):
            with pytest.raises(IntegrityError, match=constraint_of(default)):
                put(code, number, unit, authority_id)
        put(code, default.number, default.unit, authority_id)


def test_every_other_time_is_set_as_long_as_the_council_says(cast):
    free = [one for code, one in CLOCKS.items() if code not in PUBLISHED]
    assert free and PUBLISHED
    for default in free:
        put(default.code, default.number + 100, Unit.MONTHS)


def test_there_is_a_check_for_each_and_for_nothing_else(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE conname LIKE 'clock\\_published\\_%%'")
        found = {name for (name,) in cursor.fetchall()}
    assert found == {constraint_of(CLOCKS[code]) for code in PUBLISHED}


def test_none_is_made_of_a_time_that_nobody_published():
    loose = ClockDefault("tests.loose", "Loose", 3, Unit.DAYS, "Nobody")
    with pytest.raises(ValueError, match="no published source"):
        no_longer(loose)
