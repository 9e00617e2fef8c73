"""What consent tells the timeline of a case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from waymark.foundation.interface.timeline import Event
from waymark.foundation.kernel import clock
from waymark.pathway.channel import beside
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.timeline import event

from . import queries


def events(case: Case) -> Iterator[Event]:
    """Answers, objections, withdrawals, and what came of looking again."""
    said = beside.once(case, queries.said)
    for entry in said.entries:
        what = _("Consent asked: %(answer)s") % {"answer": entry.get_answer_display()}
        if entry.corrects_id:
            what = _("An answer about consent corrected")
        yield _event(what, entry.asked_on, entry)
        for objection in entry.objections.all():
            yield _event(_("Somebody objects to the consent"), objection.said_on, objection)
            if hasattr(objection, "resolution"):
                after = objection.resolution
                stood = _("Objection resolved: the consent stands")
                fell = _("Objection resolved: the consent does not stand")
                yield _event(stood if after.stands else fell, after.decided_on, after)
        if hasattr(entry, "withdrawal"):
            yield _event(_("Consent taken back"), entry.withdrawal.withdrawn_on, entry.withdrawal)
    for row in said.days:
        yield _event(_("A day to look again set"), clock.uk_date(row.signed_at), row)
        if hasattr(row, "outcome"):
            what = _("Looked again: %(outcome)s") % {"outcome": row.outcome.get_outcome_display()}
            yield _event(what, row.outcome.on, row.outcome)


def _event(what: str, on: Any, row: Any) -> Event:
    return event(what, on, row.signed_at, row.signed_by.get_full_name())
