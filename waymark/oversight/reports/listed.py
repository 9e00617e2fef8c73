"""The list of reports, and what can be done with one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import day
from waymark.foundation.interface.tables import Column, Table, link

from . import policies
from .models import Report
from .sections import PLACES


def table(rows: Iterable[Report]) -> Table:
    def stands(one: Report) -> str:
        if one.signed_at is None or one.signed_by is None:
            return _("Draft")
        return _("Signed by %(name)s") % {"name": one.signed_by.get_full_name()}

    return Table(
        _("Reports"),
        (
            Column(_("Title"), lambda r: link(reverse("reports:report", args=[r.pk]), r.title)),
            Column(_("Period"), lambda r: f"{day(r.from_on)} – {day(r.until_on)}"),
            Column(_("Version"), "number", number=True),
            Column(_("How it stands"), stands),
        ),
        rows,
        empty=_(
            "There is no report yet. A report says for a period what was done, with figures counted for you."
        ),
    )


def links(actor: Actor, report: Report) -> list[dict[str, str]]:
    """What whoever reads may do with it now."""
    offered = (
        ("sign", _("Sign the report"), policies.sign),
        ("change", _("Change title and period"), policies.change),
        ("correct", _("Correct the report"), policies.correct),
    )
    return [
        {"href": reverse(f"reports:{name}", args=[report.pk]), "text": text}
        for name, text, may in offered
        if may(actor, report)
    ]


def places(report: Report) -> list[dict[str, Any]]:
    """Where the writer can say something, and whether they did."""
    return [
        {
            "href": reverse("reports:write", args=[report.pk, place]),
            "text": title,
            "heading": report.passages.get(place, {}).get("heading", ""),
        }
        for place, title in PLACES.items()
    ]
