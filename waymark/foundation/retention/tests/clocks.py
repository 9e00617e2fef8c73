"""Moves both clocks: Python’s, and the day that the database holds for today.

The database’s day cannot be moved by the service; a test, which is its owner, puts another function in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

import time_machine
from django.db import connection

from waymark.foundation.kernel.clock import UK

TODAY = "SELECT (now() AT TIME ZONE ''Europe/London'')::date"


@contextmanager
def on(day: date, hour: int = 12) -> Iterator[None]:
    """Inside, it is that day; afterwards it is today again."""
    set_today(day)
    try:
        with time_machine.travel(datetime(day.year, day.month, day.day, hour, tzinfo=UK), tick=False):
            yield
    finally:
        if not connection.needs_rollback:
            set_today(None)


def set_today(day: date | None) -> None:
    body = f"SELECT date ''{day}''" if day else TODAY
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        [role] = cursor.fetchone()
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION retention.today() RETURNS date LANGUAGE sql STABLE AS '{body}'"
        )
        cursor.execute("SET ROLE NONE" if role == "waymark_migrate" else f"SET ROLE {role}")
