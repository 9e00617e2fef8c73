"""What the page of a place in the directory shows of training: how many came from there, when, and to what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.directory.beside import Section
from waymark.foundation.directory.models import Place
from waymark.foundation.interface.tables import Column, Table, reference

from . import queries
from .permissions import Permission
from .presenters import day

SHOWN = 10


def of_place(request: HttpRequest, place: Place, key: str) -> Section | None:
    """For the training team of its authority. One query."""
    actor = request.actor  # type: ignore[attr-defined]
    if place.authority_id is None or not actor.may_in(Permission.SEE, place.authority_id):
        return None
    return Section(_table(queries.came_from(actor, place)[:SHOWN]))


def _table(rows: Iterable[dict[str, Any]]) -> Table:
    def session(row: dict[str, Any]) -> Any:
        found = row["session__reference"]
        return reference(reverse("training:session", args=[found]), found) if found else _("On their own")

    return Table(
        _("Training that people from here came to"),
        (
            Column(_("When"), lambda r: day(r["held_on"])),
            Column(_("Course"), "taught__course__name"),
            Column(_("Version"), lambda r: str(r["taught__number"])),
            Column(_("Session"), session),
            Column(_("How many came"), "people", number=True),
        ),
        rows,
        empty=_("Nobody from here has come to training yet."),
    )
