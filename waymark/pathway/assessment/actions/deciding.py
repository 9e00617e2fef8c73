"""What came of a police assessment: a section 36 referral, a closure that another approves, or kept by the police."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation import lists
from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.kernel.sentences import is_sentence
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.assessment import channel_desk, lacking, policies, worklist
from waymark.pathway.assessment.models import (
    CAUSES,
    ClosureApproval,
    PoliceAssessment,
    PoliceDecision,
    PoliceOutcome,
)
from waymark.pathway.concerns.actions import progress
from waymark.pathway.referrals import worklist as referral_worklist
from waymark.pathway.referrals.actions.deciding import signed_as, told_or_not
from waymark.pathway.referrals.actions.leading import still_led
from waymark.pathway.referrals.destinations import AFTER_A_CASE, LIST
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission

from . import telling
from .carrying import under


@deed("assessment.refer")
def refer(
    *,
    by: Actor,
    at: datetime,
    assessment: PoliceAssessment,
    version: int,
    referred_by: str,
    grounds: str,
    relied_on: str,
    decided_on: date,
    council_view: str = "",
) -> PoliceDecision:
    """The section 36 referral: grounds to believe that the person is vulnerable to being drawn into terrorism.

    Signed by the police, or by the local authority for itself; then the police are told in the same deed.
    """
    assessment = lock(assessment, version)
    policies.refer(by, assessment, referred_by).require()
    _complete(assessment, PoliceOutcome.REFER, by)
    given = {
        "grounds": grounds,
        "relied_on": relied_on,
        "council_view": council_view,
        "decided_on": decided_on,
    }
    decision = _sign(by, at, assessment, PoliceOutcome.REFER, given | {"referred_by": referred_by})
    _go(assessment, "refer", decision, by, at)
    channel_desk.in_charge().open(by, at, assessment.referral, decision)
    _lead_referral(assessment, "section-36", by, at)
    if not by.may(Permission.POLICE_DECIDE):
        telling.referred(assessment, at)
    return decision


@deed("assessment.close")
def close(
    *,
    by: Actor,
    at: datetime,
    assessment: PoliceAssessment,
    version: int,
    cause: str,
    destination: str,
    grounds: str,
    relied_on: str,
    decided_on: date,
    destination_words: str = "",
    council_view: str = "",
    note: str = "",
    withheld_because: str = "",
) -> PoliceDecision:
    """Proposes that the referral ends here. It stays open until another person approves."""
    assessment = lock(assessment, version)
    policies.decide(by, assessment).require()
    _complete(assessment, PoliceOutcome.CLOSE, by)
    given = {
        "grounds": grounds,
        "relied_on": relied_on,
        "council_view": council_view,
        "decided_on": decided_on,
    }
    told_or_not(note, withheld_because)
    on, mine = clock.uk_date(at), assessment.authority_id
    lists.check(CAUSES, mine, cause, on, field="cause")
    lists.check(LIST, mine, destination, on, field="destination", without=AFTER_A_CASE)
    where_to = {"cause": cause, "destination": destination, "destination_words": destination_words}
    where_to |= {"note": note, "withheld_because": withheld_because}
    decision = _sign(by, at, assessment, PoliceOutcome.CLOSE, given | where_to)
    _go(assessment, "propose", decision, by, at)
    return decision


@deed("assessment.approve")
def approve(
    *, by: Actor, at: datetime, decision: PoliceDecision, version: int, reason: str
) -> ClosureApproval:
    """The second person approves: the assessment and the referral are closed. Everything is looked at anew."""
    assessment = lock(decision.assessment, version)
    policies.approve(by, decision).require()
    missing = lacking.gaps(assessment, PoliceOutcome.CLOSE, proposer_id=decision.signed_by_id)
    if missing:
        raise Incomplete(missing[0].sentence)
    approval = _approval(by, at, decision, approved=True, reason=reason)
    assessment.ended_at = at
    _go(assessment, "close", decision, by, at)
    channel_desk.in_charge().end(by, at, assessment.referral)
    _lead_referral(assessment, "police-close", by, at)
    if decision.note:
        with context.lent(assessment.authority_id):
            submission = assessment.referral.submission
        progress.tell(by=by, at=at, submission=submission, code="finished", note=decision.note)
    return approval


@deed("assessment.not-approve")
def not_approve(
    *, by: Actor, at: datetime, decision: PoliceDecision, version: int, reason: str
) -> ClosureApproval:
    """The second person does not approve: back to the assessment, with their reasons."""
    assessment = lock(decision.assessment, version)
    policies.approve(by, decision).require()
    approval = _approval(by, at, decision, approved=False, reason=reason)
    _go(assessment, "not-approved", None, by, at)
    return approval


@deed("assessment.hold")
def hold(
    *,
    by: Actor,
    at: datetime,
    assessment: PoliceAssessment,
    version: int,
    grounds: str,
    relied_on: str,
    decided_on: date,
    council_view: str = "",
) -> PoliceDecision:
    """The police keep it outside Channel: at once, also after a referral to the panel was made."""
    assessment = lock(assessment, version)
    policies.hold(by, assessment).require()
    given = {
        "grounds": grounds,
        "relied_on": relied_on,
        "council_view": council_view,
        "decided_on": decided_on,
    }
    decision = _sign(by, at, assessment, PoliceOutcome.HOLD, given)
    _go(assessment, "hold", decision, by, at)
    channel_desk.in_charge().hold(by, at, assessment.referral, decision)
    _lead_referral(assessment, "police-led", by, at)
    return decision


@deed("assessment.again")
def again(*, by: Actor, at: datetime, assessment: PoliceAssessment, version: int) -> PoliceAssessment:
    """What the police kept can be assessed again."""
    assessment = lock(assessment, version)
    policies.again(by, assessment).require()
    _go(assessment, "again", None, by, at)
    _lead_referral(assessment, "police-again", by, at)
    return assessment


def _sign(
    by: Actor, at: datetime, assessment: PoliceAssessment, outcome: PoliceOutcome, given: dict
) -> PoliceDecision:
    if not is_sentence(given["grounds"]):
        raise Incomplete(_("Give the grounds in at least one whole sentence."), field="grounds")
    if given["decided_on"] > clock.uk_date(at):
        raise Refusal(_("The day of the decision cannot be in the future."), field="decided_on")
    return PoliceDecision.objects.create(
        **under(assessment),
        **given,
        outcome=outcome,
        signed_by_id=by.user_id,
        signed_as=signed_as(by),
        signed_at=at,
    )


def _go(
    assessment: PoliceAssessment, name: str, decision: PoliceDecision | None, by: Actor, at: datetime
) -> None:
    worklist.move(assessment, name, at)
    assessment.decision = decision
    assessment.save_next("state", "due_at", "decision", "ended_at")
    worklist.stage(assessment, by, at)


def _lead_referral(assessment: PoliceAssessment, name: str, by: Actor, at: datetime) -> None:
    """The referral follows what the police signed."""
    referral = lock(Referral.objects.get(pk=assessment.referral_id))
    referral_worklist.move(referral, name, at)
    referral.closed_at = at if referral.is_closed else None
    referral.save_next("state", "due_at", "closed_at")
    referral_worklist.stage(referral, by, at)
    if not referral.is_closed:
        still_led(by, at, referral)


def _complete(assessment: PoliceAssessment, outcome: PoliceOutcome, by: Actor) -> None:
    missing = lacking.gaps(assessment, outcome, proposer_id=by.user_id)
    if missing:
        raise Incomplete(missing[0].sentence)


def _approval(
    by: Actor, at: datetime, decision: PoliceDecision, *, approved: bool, reason: str
) -> ClosureApproval:
    if not reason:
        raise Incomplete(_("Say why."), field="reason")
    return ClosureApproval.objects.create(
        authority_id=decision.authority_id,
        grants=list(decision.grants),
        decision=decision,
        approved=approved,
        reason=reason,
        signed_by_id=by.user_id,
        signed_as=signed_as(by),
        signed_at=at,
    )
