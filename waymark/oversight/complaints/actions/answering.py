"""A complaint is recorded, taken, answered; and what StaCU says of it is written beside it."""

from __future__ import annotations

import re
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import own_data
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.oversight.complaints import policies, worklist
from waymark.oversight.complaints.models import STACU, Complaint

ONLY = _("Give the reference only: letters and figures, no words about it.")
UNSEEN = _("You can see no record of that reference. Leave it empty, or ask a colleague who can see it.")
FUTURE = _("The day must not be in the future.")


@deed("complaints.record")
def record(
    *, by: Actor, at: datetime, authority_id: int, about: str, words: str, received_on: date,
    complainant: str = "", record_reference: str = "",
) -> Complaint:  # fmt: skip
    """Whoever records it answers it, until a colleague takes it."""
    policies.keep(by, authority_id).require()
    if received_on > clock.uk_date(at):
        raise Refusal(FUTURE, field="received_on")
    if record_reference and not own_data.find(by, record_reference):
        raise Refusal(UNSEEN, field="record_reference")
    user_id = by.user_id
    if user_id is None:
        raise NotAllowed(policies.NO_RIGHT)
    due_on, due_by = worklist.due(authority_id, received_on)
    complaint = Complaint.objects.create(
        authority_id=authority_id,
        grants=[f"authority:{authority_id}:complaints", f"system:{authority_id}"],
        about=about, words=words, complainant=complainant, record_reference=record_reference.strip().upper(),
        received_on=received_on, due_on=due_on, due_by=due_by, owner_id=user_id, recorded_by_id=user_id,
    )  # fmt: skip
    worklist.waits(complaint, by, at)
    return complaint


@deed("complaints.take")
def take(*, by: Actor, at: datetime, complaint: Complaint, version: int) -> Complaint:
    """From now on they answer it, and no colleague does."""
    complaint = lock(complaint, version)
    policies.take(by, complaint).require()
    complaint.owner_id = by.user_id  # type: ignore[assignment]
    complaint.save_next("owner")
    worklist.waits(complaint, by, at)
    return complaint


@deed("complaints.answer")
def answer(
    *, by: Actor, at: datetime, complaint: Complaint, version: int, outcome: str, answer: str, answered_on: date,
    learnt: str = "",
) -> Complaint:  # fmt: skip
    """Its outcome and what the person was told; from then on it stays."""
    complaint = lock(complaint, version)
    policies.answer(by, complaint).require()
    if answered_on > clock.uk_date(at) or answered_on < complaint.received_on:
        raise Refusal(
            _("The answer went out after the complaint came, and not in the future."), field="answered_on"
        )
    complaint.outcome, complaint.answer, complaint.learnt = outcome, answer, learnt
    complaint.answered_on, complaint.answered_by_id = answered_on, by.user_id
    complaint.save_next("outcome", "answer", "learnt", "answered_on", "answered_by")
    worklist.answered(complaint, by, at)
    return complaint


@deed("complaints.note-stacu")
def note_stacu(
    *,
    by: Actor,
    at: datetime,
    complaint: Complaint,
    version: int,
    stacu_reference: str,
    stacu_outcome: str = "",
) -> Complaint:
    """The reference that StaCU gave, and what came of it there: also after the council has answered."""
    complaint = lock(complaint, version)
    policies.keep(by, complaint.authority_id).require()
    if not stacu_reference:
        raise Incomplete(_("Enter the reference that StaCU gave."), field="stacu_reference")
    if not re.fullmatch(STACU, stacu_reference):
        raise Refusal(ONLY, field="stacu_reference")
    complaint.stacu_reference, complaint.stacu_outcome = stacu_reference, stacu_outcome
    complaint.save_next("stacu_reference", "stacu_outcome")
    return complaint
