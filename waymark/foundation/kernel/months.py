"""Months on the calendar, as the law counts them: the same day of a later month, or its last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def after(start: date, months: int) -> date:
    """The day so many months after `start`."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
