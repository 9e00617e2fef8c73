"""What the pages show of who is due again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.interface.tables import Column, Table, link

from .due import At
from .models import RefreshRule, Trainee
from .presenters import day


def _address(at: At) -> str:
    kind = "institution" if at.where.institution_id else "organisation"
    return reverse("training:due-at", args=[kind, at.where.institution_id or at.where.organisation_id])


def place_table(rows: Iterable[At]) -> Table:
    def name(at: At) -> Any:
        known = at.where.institution_id or at.where.organisation_id
        return link(_address(at), at.name) if known else _("No place named")

    return Table(
        _("Places with people who are due again"),
        (
            Column(_("Where they work"), name),
            Column(_("Overdue"), "overdue", number=True),
            Column(_("Due within 60 days"), "soon", number=True),
            Column(_("Known by name"), "known", number=True),
        ),
        rows,
        empty=_("Nobody is due. Periods stand below; people count who are known by name and have a role."),
    )


def people_table(rows: Iterable[Trainee], today: date) -> Table:
    def stands(one: Any) -> str:
        return _("Overdue") if one.due_on <= today else _("Due soon")

    return Table(
        _("People who are due again"),
        (
            Column(_("Name"), "name"),
            Column(_("As what"), lambda t: str(t.role)),
            Column(_("Last trained"), lambda t: day(t.trained_on)),
            Column(_("Due"), lambda t: day(t.due_on)),
            Column(_("How it stands"), stands),
        ),
        rows,
        empty=_("Nobody here is due."),
    )


def rule_table(rows: Iterable[RefreshRule], today: date) -> Table:
    return Table(
        _("Periods"),
        (
            Column(_("Role"), lambda r: r.role.name),
            Column(_("Months"), "months", number=True),
            Column(_("Holds from"), lambda r: day(r.from_on)),
            Column(_("Why"), "because"),
        ),
        rows,
        empty=_("No period is set. There is no national one: set your own for each role."),
    )
