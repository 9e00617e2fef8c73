"""What the pages of the questions and of the quotes show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from waymark.delivery.training.presenters import day
from waymark.foundation.interface.tables import Column, Table

from . import wording
from .models import QuestionSet, Remark


@dataclass(frozen=True)
class Version:
    because: str
    table: Table


def versions(rows: Iterable[QuestionSet]) -> list[Version]:
    """Each version with its questions, the newest first."""
    language = get_language() or "en"
    return [
        Version(
            one.because,
            Table(
                _("Version %(number)s, asked from %(day)s") % {"number": one.number, "day": day(one.from_on)},
                (
                    Column(_("Question"), lambda q: q.said(language)),
                    Column(_("When"), lambda q: q.get_occasion_display()),
                    Column(_("How it is answered"), lambda q: q.get_kind_display()),
                ),
                one.questions.all(),
            ),
        )
        for one in rows
    ]


def quotes(rows: Iterable[Remark]) -> Table:
    """By the month and the course: not by the session, and not by the day."""
    language = get_language() or "en"
    return Table(
        _("Words that may be quoted"),
        (
            Column(_("Words"), "words"),
            Column(_("Question"), lambda r: r.question.said(language)),
            Column(_("Course"), lambda r: r.reply.round.session.taught.course.name),
            Column(_("Asked in"), lambda r: date_format(r.reply.round.asked_at, "F Y")),
            Column(
                _("May be used until"), lambda r: day(wording.until(r.reply.wording, r.reply.answered_on))
            ),
        ),
        rows,
        empty=_("Nobody has allowed it yet. Whoever answers is asked."),
    )
