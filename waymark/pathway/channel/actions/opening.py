"""A case opens with the section 36 referral, and follows what the police sign: steps of those deeds."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import NeedsAnother, NotNow
from waymark.pathway.assessment.channel_desk import Desk
from waymark.pathway.assessment.models import PoliceDecision
from waymark.pathway.channel import worklist
from waymark.pathway.channel.models import Case, Kind
from waymark.pathway.channel.states import ADOPTED, BEFORE_PANEL, CASES, LOOKED_BACK_ON, CaseState
from waymark.pathway.referrals.actions import carrying
from waymark.pathway.referrals.actions.leading import first_lead
from waymark.pathway.referrals.models import Referral

from .leading import still_led
from .moving import move, note

# What the police can take out of Channel: anything before support has ended.
HELD_FROM = BEFORE_PANEL | ADOPTED
LOOKS_BACK = _("Support has ended, and the panel looks back. It has to open the case again first.")
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
            still_led(by, at, case)
        # From now on those who arrange and chair the panel work on it too.
        carrying.to_team(referral, by=by, at=at)
        case.grants = list(referral.grants)
        note(case, Kind.REFERRED, by, at, on=decision.decided_on, lead=case.lead)
        worklist.staged(case, by, at)
    return case


def working_on(referral: Referral) -> list[str]:
    """Whoever arranges or chairs the panel works on a referral that has a case."""
    has_case = Case.objects.filter(referral_id=referral.pk).exists()
    return [f"authority:{referral.authority_id}:channel"] if has_case else []


def hold(by: Actor, at: datetime, referral: Referral, decision: PoliceDecision) -> None:
    """The police keep it outside Channel. Nothing to do where no case was opened."""
    with context.lent(referral.authority_id):
        if _of(referral, CaseState.CLOSED, CaseState.TRANSFERRED) is not None:
            raise NotNow(_("This case is over. A new concern is a new referral."))
        if _of(referral, *LOOKED_BACK_ON) is not None:
            raise NotNow(LOOKS_BACK)
        case = _of(referral, *HELD_FROM)
        if case is not None:
            move(case, "hold", Kind.HELD, by=by, at=at, on=decision.decided_on)


def end(by: Actor, at: datetime, referral: Referral) -> None:
    """The police closed the referral, or triage brought it back: there will be no panel."""
    with context.lent(referral.authority_id):
        case = _of(referral, CaseState.POLICE_LED)
        if case is not None:
            move(case, "end", Kind.ENDED, by=by, at=at, on=clock.uk_date(at))


def _new(at: datetime, referral: Referral, decision: PoliceDecision) -> Case:
    lead = referral.lead or first_lead(referral.authority_id)
    if lead is None:
        raise NeedsAnother(NOBODY)
    case = Case(
        reference=new_reference(Letter.CASE),
        referral=referral,
        section_36=decision,
        lead=lead,
        authority_id=referral.authority_id,
        grants=list(referral.grants),
        opened_at=at,
    )
    case.save(force_insert=True)
    return case


def _of(referral: Referral, *states: CaseState) -> Case | None:
    case = Case.objects.filter(referral=referral, state__in=states).first()
    return lock(case) if case is not None else None


DESK = Desk(open=open_case, hold=hold, end=end)
