"""A case opens with the section 36 referral, and follows what the police sign: steps of those deeds."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import new_reference
from waymark.foundation.kernel.refusals import NeedsAnother
from waymark.foundation.ledger.deeds import Doer
from waymark.pathway.assessment.channel_desk import Desk
from waymark.pathway.assessment.models import PoliceDecision
from waymark.pathway.channel.models import Case, CaseEvent, Kind
from waymark.pathway.channel.states import CASES, CaseState
from waymark.pathway.referrals.actions.leading import first_lead
from waymark.pathway.referrals.models import Referral

NOBODY = _(
    "Nobody in the council could lead this case. Somebody needs the role of Prevent lead or Prevent officer first."
)


def open_case(by: Actor, at: datetime, referral: Referral, decision: PoliceDecision) -> Case:
    """The case of this referral: a new one, or the one of before, which goes on with the new grounds.

    Whoever leads the referral leads the case from here. NeedsAnother when nobody in the council could.
    """
    with context.lent(referral.authority_id):
        case = Case.objects.filter(referral=referral).first()
        if case is None:
            case = _new(at, referral, decision)
        else:
            case = lock(case)
            CASES.move(case, "again" if case.state == CaseState.POLICE_LED else "anew")
            case.section_36 = decision
            case.save_next("state", "section_36")
        note(case, Kind.REFERRED, by, at, on=decision.decided_on, lead=case.lead)
    return case


def hold(by: Actor, at: datetime, referral: Referral, decision: PoliceDecision) -> None:
    """The police keep it outside Channel. Nothing to do where no case was opened."""
    with context.lent(referral.authority_id):
        case = _of(referral, CaseState.AWAITING_FIRST_PANEL)
        if case is not None:
            _move(case, "hold", Kind.HELD, by, at, decision.decided_on)


def end(by: Actor, at: datetime, referral: Referral) -> None:
    """The police closed the referral, or triage brought it back: there will be no panel."""
    with context.lent(referral.authority_id):
        case = _of(referral, CaseState.POLICE_LED)
        if case is not None:
            _move(case, "end", Kind.ENDED, by, at, clock.uk_date(at))


def note(
    case: Case, kind: Kind, by: Doer, at: datetime, *, on: date, lead: AbstractBaseUser | None = None
) -> CaseEvent:
    """Writes down what happened. A row under a case carries what the case does."""
    return CaseEvent.objects.create(
        case=case,
        authority_id=case.authority_id,
        grants=list(case.grants),
        kind=kind,
        on=on,
        lead=lead,
        entered_by_id=getattr(by, "user_id", None),
        entered_at=at,
    )


def _new(at: datetime, referral: Referral, decision: PoliceDecision) -> Case:
    lead = referral.lead or first_lead(referral.authority_id)
    if lead is None:
        raise NeedsAnother(NOBODY)
    case = Case(
        reference=new_reference("C"),
        referral=referral,
        section_36=decision,
        lead=lead,
        authority_id=referral.authority_id,
        grants=list(referral.grants),
        opened_at=at,
    )
    case.save(force_insert=True)
    return case


def _of(referral: Referral, state: CaseState) -> Case | None:
    case = Case.objects.filter(referral=referral, state=state).first()
    return lock(case) if case is not None else None


def _move(case: Case, name: str, kind: Kind, by: Actor, at: datetime, on: date) -> None:
    CASES.move(case, name)
    case.save_next("state")
    note(case, kind, by, at, on=on)


DESK = Desk(open=open_case, hold=hold, end=end)
