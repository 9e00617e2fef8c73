"""What was asked to go, as pages show it: places, days and people; never words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, link

from . import places
from .models import Purge


def state(purge: Purge) -> str:
    if purge.agreed is None:
        return _("Waits for a second person")
    return _("Taken out") if purge.agreed else _("Not agreed: it stays")


def table(rows: Iterable[Purge]) -> Table:
    return Table(
        _("What was asked to go"),
        (
            Column(_("Reference"), lambda p: link(reverse("purging:one", args=[p.reference]), p.reference)),
            Column(_("In the record"), lambda p: p.about),
            Column(_("Asked"), lambda p: moment(p.asked_at)),
            Column(_("How it stands"), state),
        ),
        rows,
        empty=_("Nothing was asked to go."),
    )  # fmt: skip


def facts(purge: Purge) -> list[dict[str, Any]]:
    said = [
        (_("How it stands"), state(purge)),
        (_("In the record"), purge.about),
        (_("Why it must not be here"), purge.get_ground_display()),
        (_("How it came here"), purge.why),
        (_("Asked"), f"{purge.asked_by.get_full_name()}, {moment(purge.asked_at)}"),
    ]
    if purge.decided_by and purge.decided_at:
        said.append((_("Decided"), f"{purge.decided_by.get_full_name()}, {moment(purge.decided_at)}"))
    if purge.refused_because:
        said.append((_("Why it stays"), purge.refused_because))
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in said]


def items(purge: Purge) -> list[str]:
    return [
        places.called(places.title_of(one["kind"]), one["columns"][0], date.fromisoformat(one["on"]))
        for one in purge.items
    ]
