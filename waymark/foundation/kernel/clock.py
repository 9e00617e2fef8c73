"""The only clock of the house: everything else takes a time as an argument or asks here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")
_elsewhere: ContextVar[datetime | None] = ContextVar("waymark-clock", default=None)


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return _elsewhere.get() or datetime.now(UTC)


@contextmanager
def travelled(to: datetime) -> Iterator[None]:
    """Inside, it is `to`: what happens there is recorded then. Only the demonstration may (a gate looks): it tells
    of weeks that nobody waited for. The ledger’s own `at` is the database’s clock and cannot be moved."""
    token = _elsewhere.set(to)
    try:
        yield
    finally:
        _elsewhere.reset(token)


def today() -> date:
    """The present date in the United Kingdom."""
    return now().astimezone(UK).date()


def uk_date(moment: datetime) -> date:
    """The date in the United Kingdom at an aware `moment`."""
    return moment.astimezone(UK).date()
