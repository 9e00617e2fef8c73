"""Until when a complaint is answered, and who is asked."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import ClockDefault, Kind, Unit, clocks

from .models import Complaint

ANSWER_IN = ClockDefault(
    "complaints.answer", _("Answering a complaint"), 10, Unit.WORKING_DAYS,
    _("Proposed by this service: set what the procedure of your council says"),
)  # fmt: skip
ANSWER = Kind("complaints.answer", _("Answer a complaint"), "complaints:one")


def due(authority_id: int, received_on: date) -> tuple[date, str]:
    """The last day, and the period as a record keeps it."""
    period = clocks.period(ANSWER_IN.code, on=received_on, authority_id=authority_id)
    noon = datetime.combine(received_on, time(12), clock.UK)
    last = clocks.due(ANSWER_IN.code, noon, authority_id=authority_id)
    return clock.uk_date(last), period.kept


def waits(complaint: Complaint, by: Doer, at: datetime) -> None:
    """Its owner is asked; whoever was before is not any more."""
    answered(complaint, by, at)
    until = datetime.combine(complaint.due_on, clocks.DAY_ENDS, clock.UK)
    colleagues = f"authority:{complaint.authority_id}:complaints"
    tasks.ask(
        ANSWER.code, about=complaint, to=complaint.owner, by=by, at=at, due_at=until, for_grant=colleagues,
        escalate_to=colleagues,
    )  # fmt: skip


def answered(complaint: Complaint, by: Doer, at: datetime) -> None:
    tasks.done(ANSWER.code, about=complaint, by=by, at=at)
