"""A case goes to another authority. The sender answers for it until the receiver accepts, in one transaction.

The receiver gets a case of its own (person, referral, case), with what was handed over; consent is asked anew. What
crosses the border is one row, written in the receiver’s authority with its own key; no row is ever given to both.
"""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.foundation.ledger.deeds import deed, disclosed
from waymark.foundation.places.models import Authority
from waymark.pathway.channel.actions.moving import move
from waymark.pathway.channel.models import Case, Kind
from waymark.pathway.exits import policies, worklist
from waymark.pathway.exits.models import Arrival, Transfer, TransferAnswer, TransferOutcome

from . import arriving
from .handing import packed
from .under import carried, said, signed

BASIS = "Counter-Terrorism and Security Act 2015, sections 36 to 38"


@deed("exits.transfer")
def send(
    *, by: Actor, at: datetime, case: Case, version: int, to: Authority, reason: str, assessment: str, plan: str,
    risk: str,
) -> Transfer:  # fmt: skip
    """Hands a case over. The receiver sees what is handed over and no more; the sender goes on answering for it."""
    case = lock(case, version)
    policies.transfer(by, case).require()
    if to.pk == case.authority_id or not policies.receives(to):
        raise Refusal(_("Nobody in that authority can receive a case here."), field="to")
    words = {"reason": reason, "assessment": assessment, "plan": plan, "risk": risk}
    arrival_key = uuid4()
    made = Transfer.objects.create(
        **carried(case), case=case, to=to, arrival_key=arrival_key, **words, **signed(by, at)
    )
    with context.lent(to.pk):
        arrival = Arrival(
            pk=arrival_key,
            authority_id=to.pk,
            grants=[f"authority:{to.pk}:channel", f"system:{to.pk}"],
            reference=new_reference(Letter.TRANSFER),
            sender_id=case.authority_id,
            transfer_key=made.pk,
            handed=packed(case.referral.person, **words),
            sent_at=at,
        )
        arrival.save(force_insert=True)
        worklist.arrived(arrival, by, at)
    disclosed(case.referral, recipient=to.name, what="a Channel case, to be taken over", basis=BASIS)
    return made


@deed("exits.take-back")
def take_back(*, by: Actor, at: datetime, transfer: Transfer, version: int, reason: str) -> TransferAnswer:
    """The sender changes its mind before there is an answer: nothing is left with the receiver."""
    case = lock(transfer.case, version)
    policies.take_back(by, transfer).require()
    said(reason, "reason")
    answer = _answer(by, at, transfer, TransferOutcome.TAKEN_BACK, reason)
    with context.lent(transfer.to_id):
        _goes(Arrival.objects.get(pk=transfer.arrival_key), by, at)
    case.save_next("state")
    return answer


@deed("exits.return")
def give_back(*, by: Actor, at: datetime, arrival: Arrival, version: int, reason: str) -> Authority:
    """The receiver does not take the case over, and says why. Nothing of it stays with the receiver."""
    arrival = lock(arrival, version)
    policies.answer(by, arrival).require()
    said(reason, "reason")
    with context.lent(arrival.sender_id):
        transfer = Transfer.objects.select_related("case").get(pk=arrival.transfer_key)
        _answer(by, at, transfer, TransferOutcome.RETURNED, reason)
        worklist.returned(transfer.case, by, at)
    _goes(arrival, by, at)
    return arrival.authority


@deed("exits.accept")
def accept(*, by: Actor, at: datetime, arrival: Arrival, version: int) -> Case:
    """The receiver takes the case over: from now on it answers, with a case of its own, and the sender’s is over."""
    arrival = lock(arrival, version)
    policies.answer(by, arrival).require()
    with context.lent(arrival.sender_id):
        transfer = Transfer.objects.select_related("case").get(pk=arrival.transfer_key)
        case = lock(transfer.case)
        _answer(by, at, transfer, TransferOutcome.ACCEPTED, "")
        move(case, "transfer", Kind.TRANSFERRED, by=by, at=at, on=clock.uk_date(at))
    with context.lent(arrival.authority_id):
        worklist.answered(arrival, by, at)
        return arriving.bear(by, at, arrival)


def _answer(
    by: Actor, at: datetime, transfer: Transfer, outcome: TransferOutcome, reason: str
) -> TransferAnswer:
    if TransferAnswer.objects.filter(transfer=transfer).exists():
        raise NotNow(_("This transfer is answered already."))
    return TransferAnswer.objects.create(
        **carried(transfer.case), transfer=transfer, outcome=outcome, reason=reason, **signed(by, at)
    )


def _goes(arrival: Arrival, by: Actor, at: datetime) -> None:
    worklist.answered(arrival, by, at)
    arrival.delete()
