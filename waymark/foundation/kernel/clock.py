"""The only clock of the house: everything else takes a time as an argument or asks here."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The present date in the United Kingdom."""
    return now().astimezone(UK).date()


def uk_date(moment: datetime) -> date:
    """The date in the United Kingdom at an aware `moment`."""
    return moment.astimezone(UK).date()
