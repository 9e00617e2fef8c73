"""What the pages of engagement show: plain rows, made once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.delivery.training.presenters import day, row
from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.foundation.kernel import clock

from .models import Demand, Issue
from .states import ISSUE_WORDS, IssueState


def _issue(one: Issue) -> Any:
    return reference(reverse("engagement:issue", args=[one.reference]), one.reference)


def stands(one: Issue) -> str:
    words = str(ISSUE_WORDS[IssueState(one.state)])
    late = one.state == IssueState.ASKED and one.reply_by < clock.today()
    return _("%(words)s: overdue") % {"words": words} if late else words


def issue_table(rows: Iterable[Issue], caption: str, *, with_place: bool = True) -> Table:
    columns = [
        Column(_("Reference"), _issue),
        Column(_("Institution"), lambda i: str(i.place)),
        Column(_("Raised by"), lambda i: i.get_source_display()),
        Column(_("Raised"), lambda i: day(clock.uk_date(i.raised_at))),
        Column(_("Reply by"), lambda i: day(i.reply_by)),
        Column(_("How it stands"), stands),
    ]
    if not with_place:
        del columns[1]
    return Table(caption, columns, rows, empty=_("No issue was raised."))


def issue_rows(one: Issue) -> list[dict[str, Any]]:
    rows = [
        row(_("Institution"), str(one.place)),
        row(_("How it stands"), stands(one)),
        row(_("Raised by"), one.get_source_display()),
        row(_("Raised"), moment(one.raised_at)),
        row(_("What it is about"), one.words),
        row(_("Reply by"), day(one.reply_by)),
    ]
    if one.replied_at:
        by = one.replied_by.get_full_name() if one.replied_by else _("The institution, by its link")
        rows += [
            row(_("The reply"), one.reply),
            row(_("Replied"), moment(one.replied_at)),
            row(_("Written by"), by),
        ]
    if one.closed_at:
        rows += [row(_("Closed"), moment(one.closed_at)), row(_("Why"), one.closed_because)]
    return rows


def demand_stands(one: Demand) -> str:
    if one.answered_at:
        return _("Answered: %(answer)s") % {"answer": one.answer}
    return _("A request for training") if one.request_id else _("Open")


def demand_table(rows: Iterable[Demand]) -> Table:
    def at(one: Demand) -> Any:
        return reference(reverse("engagement:demand", args=[one.reference]), one.reference)

    return Table(
        _("What was asked for"),
        (
            Column(_("Reference"), at),
            Column(_("What was asked for"), "words"),
            Column(_("Theme"), lambda d: d.theme.name),
            Column(_("Who asked"), lambda d: str(d.institution or d.organisation or "–")),
            Column(_("Noted"), lambda d: day(clock.uk_date(d.noted_at))),
            Column(_("How it stands"), demand_stands),
        ),
        rows,
        empty=_(
            "Nothing was noted yet. Note what people ask for that there is not: it belongs in the next plan."
        ),
    )


def sum_table(rows: Iterable[tuple[str, int, int, int]]) -> Table:
    return Table(
        _("By theme, for the next plan"),
        (
            Column(_("Theme"), lambda r: r[0]),
            Column(_("Open"), lambda r: r[1], number=True),
            Column(_("Noted in 12 months"), lambda r: r[2], number=True),
            Column(_("Different places in 12 months"), lambda r: r[3], number=True),
        ),
        rows,
        empty=_("Nothing was noted yet."),
    )


def demand_rows(one: Demand) -> list[dict[str, Any]]:
    return [
        row(_("What was asked for"), one.words),
        row(_("Theme"), one.theme.name),
        row(_("For whom"), str(one.audience or "–")),
        row(_("Who asked"), str(one.institution or one.organisation or "–")),
        row(_("On what occasion"), one.get_heard_display()),
        row(_("Noted"), moment(one.noted_at)),
        row(_("How it stands"), demand_stands(one)),
        row(_("Course"), str(one.course or "–")),
    ]
