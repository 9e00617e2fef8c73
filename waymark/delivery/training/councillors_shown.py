"""What the pages show of councillors and their induction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from waymark.foundation.interface.tables import Column, Table, link

from .inductions import Induction
from .models import Term
from .presenters import day


def term_table(rows: Iterable[Term], until: str = "") -> Table:
    """`until`: a day (ISO 8601) as at which the page of a term is to show it; empty for today."""
    narrowed = f"?until={until}" if until else ""

    def name(term: Term) -> Any:
        return link(reverse("training:term", args=[term.pk]) + narrowed, term.name)

    return Table(
        _("Terms of the council"),
        (
            Column(_("Term"), name),
            Column(_("Election"), lambda t: day(t.elected_on)),
            Column(_("Until"), lambda t: day(t.until_on)),
            Column(_("Induction"), lambda t: t.induction.name),
            Column(_("Within days of the election"), "due_days", number=True),
        ),
        rows,
        empty=_("No term yet. Add the one that runs, and then its councillors."),
    )


def stands(one: Induction, today: date) -> str:
    if one.done_on is not None:
        return _("Had it on %(day)s: %(how)s") % {"day": day(one.done_on), "how": one.how}
    words = _("Overdue since %(day)s") if one.is_overdue(today) else _("Due by %(day)s")
    return words % {"day": day(one.councillor.due_on)}


def member_table(rows: Iterable[Induction], today: date) -> Table:
    def links(one: Induction) -> Any:
        key, name = one.councillor.pk, one.councillor.name
        whom = format_html('<span class="govuk-visually-hidden">: {}</span>', name)
        ways = (("induction", _("Note the induction")), ("end", _("They have left")))
        rows = (
            (link(reverse(f"training:councillor-{way}", args=[key]), format_html("{}{}", said, whom)),)
            for way, said in ways
        )
        return format_html_join("", "<div>{}</div>", rows)

    def elected(one: Induction) -> str:
        """Where it was not with the others of the term, as after a by-election."""
        on = one.councillor.elected_on
        return "" if on == one.councillor.term.elected_on else _("Elected on %(day)s") % {"day": day(on)}

    def name(one: Induction) -> Any:
        later = elected(one)
        return format_html("{}<br>{}", one.councillor.name, later) if later else one.councillor.name

    return Table(
        _("Councillors"),
        (
            Column(_("Name"), name),
            Column(_("Email"), lambda i: i.councillor.email or "–"),
            Column(_("Induction"), lambda i: stands(i, today)),
            Column(_("Change"), links),
        ),
        rows,
        empty=_("Nobody yet. Add those who were elected."),
    )
