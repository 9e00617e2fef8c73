"""The periods that councils report on, each as it ended last. Source: fact sheet on delivery, section 8 item 4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import months

OWN = "own"


@dataclass(frozen=True)
class Period:
    code: str
    title: Any
    from_on: date
    until_on: date


# Code, name, the month it begins in, how many months it takes. A municipal year begins with the annual meeting in May.
KINDS = (
    ("financial", _("Financial year"), 4, 12),
    ("academic", _("Academic year"), 9, 12),
    ("municipal", _("Municipal year"), 5, 12),
    ("calendar", _("Calendar year"), 1, 12),
    ("quarter", _("Quarter"), 1, 3),
)


def ended(today: date) -> list[Period]:
    """Of each kind the last that was over before today."""
    found = []
    for code, title, month, length in KINDS:
        begins = date(today.year - 2, month, 1)
        while months.after(begins, 2 * length) <= today:
            begins = months.after(begins, length)
        found.append(Period(code, title, begins, months.after(begins, length) - timedelta(days=1)))
    return found
