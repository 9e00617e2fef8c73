"""What has happened at the end of support and after, for the timeline of the case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from waymark.foundation.interface.timeline import Event
from waymark.foundation.kernel import clock
from waymark.pathway.channel.beside import once
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.timeline import event

from . import queries


def events(case: Case) -> Iterator[Event]:
    """Reports, reviews, pauses, and what was learned of an investigation. A fixed number of queries."""
    for report in once(case, queries.reports):
        by = report.written_by.get_full_name()
        yield _at(_("Closing report written"), report.written_at, by)
        answer = getattr(report, "sign_off", None)
        for review in answer.reviews.all() if answer else ():
            found = getattr(review, "look_back", None)
            if found is not None:
                what = _("%(review)s: %(decision)s") % {
                    "review": review.get_kind_display(),
                    "decision": found.get_decision_display(),
                }
                yield event(what, found.held_on, found.signed_at, found.signed_by.get_full_name())
    for pause in queries.pauses(case):
        yield event(pause.get_kind_display(), pause.on, pause.signed_at, pause.signed_by.get_full_name())
    for sent in once(case, queries.transfers):
        said = {"name": sent.to.name}
        yield _at(_("Handed over to %(name)s") % said, sent.signed_at, sent.signed_by.get_full_name())
        came = getattr(sent, "answer", None)
        if came is not None:
            yield _at(came.get_outcome_display(), came.signed_at, came.signed_by.get_full_name())
    for row in once(case, queries.investigations):
        yield _at(_("What is known of an investigation"), row.signed_at, row.signed_by.get_full_name())


def _at(what: str, moment: datetime, by: str) -> Event:
    on: date = clock.uk_date(moment)
    return event(what, on, moment, by)
