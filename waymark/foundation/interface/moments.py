"""Dates and times as people read them: 14 June 2026, 14 June 2026 at 3:05pm. Times are those of the United Kingdom."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from waymark.foundation.kernel.clock import UK


def day(value: date | datetime) -> str:
    """14 June 2026"""
    here = value.astimezone(UK).date() if isinstance(value, datetime) else value
    return _written(here, get_language())


@lru_cache(maxsize=4096)
def _written(here: date, language: str | None) -> str:
    """Kept for each language: a table writes hundreds of days, and many of them again on the next page."""
    return date_format(here, "j F Y")


def moment(value: datetime) -> str:
    """14 June 2026 at 3:05pm"""
    return _("%(day)s at %(time)s") % {"day": day(value), "time": clock_time(value)}


def on_weekday(value: datetime) -> str:
    """Sunday 14 June 2026 at 3:05pm"""
    return f"{date_format(value.astimezone(UK).date(), 'l')} {moment(value)}"


def clock_time(value: datetime) -> str:
    """3:05pm; in Welsh 3:05yh, and before noon 3:05yb"""
    here = value.astimezone(UK)
    hour = here.hour % 12 or 12
    shown = f"{hour}:{here.minute:02d}" if here.minute else str(hour)
    if here.hour < 12:
        return _("%(time)sam") % {"time": shown}
    return _("%(time)spm") % {"time": shown}
