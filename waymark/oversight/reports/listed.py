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
from .models import Kind, Release, Report
from .sections import places as places_of


def table(rows: Iterable[Report]) -> Table:
    def stands(one: Report) -> str:
        if one.signed_at is None or one.signed_by is None:
            return _("Draft")
        return _("Signed by %(name)s") % {"name": one.signed_by.get_full_name()}

    return Table(
        _("Reports"),
        (
            Column(_("Title"), lambda r: link(reverse("reports:report", args=[r.pk]), r.title)),
            Column(_("About"), lambda r: Kind(r.kind).label),
            Column(_("Period"), lambda r: f"{day(r.from_on)} – {day(r.until_on)}"),
            Column(_("Version"), "number", number=True),
            Column(_("How it stands"), stands),
        ),
        rows,
        empty=_(
            "There is no report yet. A report says for a period what was done, with figures counted for you."
        ),
    )


def releases(rows: Iterable[Release]) -> Table:
    """What was asked to leave, and what came of it."""
    return Table(
        _("Releases of figures"),
        (
            Column(_("To whom"), lambda r: link(reverse("reports:released", args=[r.pk]), r.recipient)),
            Column(_("Asked by"), lambda r: r.asked_by.get_full_name()),
            Column(_("Asked on"), lambda r: day(r.asked_at)),
            Column(_("How it stands"), how_it_stands),
        ),
        rows,
        caption_size="m",
    )


def how_it_stands(release: Release) -> str:
    if release.answered_by is None:
        return _("Waits for a second person")
    words = {"name": release.answered_by.get_full_name()}
    return (_("Approved by %(name)s") if release.approved else _("Refused by %(name)s")) % words


def links(actor: Actor, report: Report) -> list[dict[str, str]]:
    """What whoever reads may do with it now."""
    offered = (
        ("sign", _("Sign the report"), policies.sign),
        ("change", _("Change title and period"), policies.change),
        ("quotes", _("Choose words of people"), policies.quote),
        ("correct", _("Correct the report"), policies.correct),
        ("release", _("Ask for a release of figures"), policies.ask_release),
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
        for place, title in places_of(report.kind).items()
    ]
