"""In which words leave to quote is asked for. What somebody said yes to is never changed: a new version is added."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import months

VERSIONS: dict[int, Any] = {
    1: _("May we use your words in a report? The report is public. It does not say who you are."),
    2: _(
        "May we use your words in a report? The report is public. It does not say who you are. "
        "We use them for two years at most, and you can say no later."
    ),
}
NOW = max(VERSIONS)
# How long leave lasts, in months, by the version that was asked; the first did not say, and gets no longer.
LASTS = {1: 24, 2: 24}


def until(version: int, given_on: date) -> date:
    """The last day of a leave."""
    return months.after(given_on, LASTS[version])


def given_since(version: int, day: date) -> date:
    """Leave of this version that was given on that day or later still lasts."""
    return months.after(day, -LASTS[version])
