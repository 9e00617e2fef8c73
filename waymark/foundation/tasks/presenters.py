"""How long each step may take, for the page: what holds, where it comes from, what comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.interface.moments import day
from waymark.foundation.interface.tables import Column, Table, link

from .clocks import Period
from .declared import CLOCKS, ClockDefault, Unit
from .models import Clock


def table(rows: Iterable[Clock], today: date) -> Table:
    """Every step that has a time. `rows` are the settings of the authority and those for all, oldest first."""
    said: dict[str, list[Clock]] = {}
    for row in sorted(rows, key=lambda row: (row.authority_id is not None, row.from_date)):
        said.setdefault(row.code, []).append(row)

    def now(default: ClockDefault) -> Period:
        held = [row for row in said.get(default.code, []) if row.from_date <= today]
        return _period(held[-1] if held else default)

    def coming(default: ClockDefault) -> str:
        later = [row for row in said.get(default.code, []) if row.from_date > today]
        return ", ".join(f"{_period(row).words}, {day(row.from_date)}" for row in later) or "–"

    return Table(
        _("How long each step may take"),
        (
            Column(_("Step"), lambda row: link(reverse("tasks:set-time", args=[row.code]), str(row.title))),
            Column(_("Now"), lambda row: now(row).words),
            Column(_("Where it comes from"), lambda row: now(row).source),
            Column(_("Confirmed"), lambda row: _("Yes") if now(row).confirmed else _("Not yet")),
            Column(_("A change comes"), coming),
        ),
        sorted(CLOCKS.values(), key=lambda default: str(default.title)),
    )


def before(period: Period) -> dict[str, Any]:
    """What the form begins with: what holds now, but not where that came from."""
    return {"number": period.number, "unit": period.unit.value}


def _period(row: Clock | ClockDefault) -> Period:
    return Period(row.number, Unit(row.unit), str(row.source), row.confirmed)
