"""Words in a report that people allowed to be quoted: chosen for a draft, kept when it is signed, marked when over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import day
from waymark.foundation.measures import quotes
from waymark.foundation.measures.periods import Period
from waymark.foundation.measures.quotes import Quote

from .models import Report


@dataclass(frozen=True)
class Quoted:
    """`note` says that leave to quote is over, else empty."""

    words: str
    about: str
    note: str = ""


def offered(report: Report, actor: Actor) -> list[Quote]:
    """What can be chosen for it today."""
    return quotes.found(actor, report.authority_id, Period(report.from_on, report.until_on))


def chosen(report: Report, actor: Actor) -> list[Quote]:
    """Of a draft: what was chosen and still may be used. What was taken back is gone."""
    return [one for one in offered(report, actor) if one.key in report.chosen_quotes]


def of(report: Report, actor: Actor) -> list[Quoted]:
    if report.signed_at is None:
        return [Quoted(one.words, one.about) for one in chosen(report, actor)] if report.chosen_quotes else []
    ended = quotes.over(report.authority_id, [one["key"] for one in report.quotes])
    return [
        Quoted(one["words"], one["about"], _note(ended[one["key"]]) if one["key"] in ended else "")
        for one in report.quotes
    ]


def _note(since: date | None) -> str:
    if since is None:
        return _("Withdrawn: leave to quote these words is over. Do not use them again.")
    return _("Withdrawn: leave to quote these words ended on %(day)s. Do not use them again.") % {
        "day": day(since)
    }
