"""What the pages show of certificates from elsewhere: always as self-declared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, reference

from .forms.attending import place_of
from .models import Declared
from .presenters import day, row
from .states import DECLARED_WORDS, DeclaredState


def stands(one: Declared) -> str:
    return str(DECLARED_WORDS[DeclaredState(one.state)])


def table(rows: Iterable[Declared], page: str) -> Table:
    """By their reference; nobody is named. `page` is where one of them is shown."""
    return Table(
        _("Certificates from elsewhere (self-declared)"),
        (
            Column(
                _("Reference"),
                lambda d: reference(reverse(f"training:{page}", args=[d.reference]), d.reference),
            ),
            Column(_("Course"), "course"),
            Column(_("Who gave it"), "provider"),
            Column(_("Day"), lambda d: day(d.held_on)),
            Column(_("How it stands"), stands),
        ),
        rows,
        empty=_("No certificate from elsewhere has been declared."),
    )


def summary(one: Declared) -> list[dict[str, Any]]:
    by = one.declared_by.get_full_name() if one.declared_by else _("Somebody without an account")
    rows = [
        row(_("How it stands"), stands(one)),
        row(_("Name"), one.trainee.name),
        row(_("Where they work"), place_of(one.trainee)),
        row(_("As what"), str(one.trainee.role or "–")),
        row(_("Course"), one.course),
        row(_("Who gave it"), one.provider),
        row(_("Day"), day(one.held_on)),
        row(_("Declared"), _("%(when)s, by %(who)s") % {"when": moment(one.declared_at), "who": by}),
    ]
    if one.state == DeclaredState.CONFIRMED:
        counts_as = one.counts_as.name if one.counts_as else _("Training, but none of our courses")
        rows.append(row(_("It counts as"), counts_as))
    if one.refused_because:
        rows.append(row(_("Why not"), one.refused_because))
    return rows
