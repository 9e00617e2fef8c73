"""Who may do what to a police assessment, now. The person-rule stands in the referrals part."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision as Answer
from waymark.foundation.access.decisions import allow, refuse
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission
from waymark.pathway.referrals.policies import NOT_SEEN, holds
from waymark.pathway.referrals.states import ReferralState

from .models import Body, PoliceAssessment, PoliceDecision
from .states import ENDED, AssessmentState

TAKE_FIRST = _("Nobody has taken this assessment yet. Take it first.")
RESULT_FIRST = _("Record the result of de-confliction first.")
OVER = _("This assessment is over.")
WAITS = _("A closure is waiting for a second person. Wait for their answer.")
HELD = _("The police keep this outside Channel. Take the assessment up again first.")
TAKEN_OVER = _("The panel has this case already: it was taken over from another authority.")
ONLY_AUTHORITY = _("You sign for the local authority only.")
REFERRED = _("This has been referred under section 36.")
NOT_NOW = {
    AssessmentState.DECONFLICTION: RESULT_FIRST,
    AssessmentState.CLOSING: WAITS,
    AssessmentState.HELD: HELD,
    AssessmentState.REFERRED: REFERRED,
    **dict.fromkeys(ENDED, OVER),
}


def read(actor: Actor, assessment: PoliceAssessment) -> Answer:
    return holds(actor, Permission.POLICE_READ, assessment.referral)


def hear(actor: Actor, referral: Referral) -> Answer:
    """Read what went to the police when it was sent, and is with the council: the person and the concerns."""
    held = holds(actor, Permission.POLICE_READ, referral)
    return held if not held or referral.is_seen_by_police else refuse(NOT_SEEN)


def take(actor: Actor, assessment: PoliceAssessment) -> Answer:
    """Become its lead professional: while it has none, or from a colleague who is away."""
    held = _works(actor, assessment)
    if held and assessment.lead_id == actor.user_id:
        return refuse(_("You lead this assessment already."))
    return refuse(OVER) if held and assessment.state in ENDED else held


def check(actor: Actor, assessment: PoliceAssessment) -> Answer:
    """Record a result of de-confliction: at any time until the assessment is over."""
    led = _led(actor, assessment)
    return refuse(OVER) if led and assessment.state in ENDED else led


def keep_reference(actor: Actor, assessment: PoliceAssessment) -> Answer:
    """Write down what the police call it in their own record: whoever leads it, at any time."""
    return _led(actor, assessment)


def keep_references(actor: Actor) -> Answer:
    """Write down many from a file: whoever decides for the police, also of assessments that colleagues lead."""
    return allow() if actor.may(Permission.POLICE_DECIDE) else refuse(_("Your role does not allow this."))


def write(actor: Actor, assessment: PoliceAssessment) -> Answer:
    """While it is assessed; and anew while the panel has the case, for its reviews and the end of support."""
    led = _led(actor, assessment)
    return (
        led
        if led and assessment.state == AssessmentState.REFERRED and not assessment.referral.is_closed
        else led and _in(assessment, AssessmentState.ASSESSING)
    )


def decide(actor: Actor, assessment: PoliceAssessment) -> Answer:
    led = _led(actor, assessment) and _in(assessment, AssessmentState.ASSESSING)
    return refuse(TAKEN_OVER) if led and assessment.referral.state == ReferralState.TAKEN_OVER else led


def refer_for_authority(actor: Actor, assessment: PoliceAssessment) -> Answer:
    """The local authority refers to the panel itself: whoever decides in triage, once the police assess, and also
    against a closure that they propose. What the referral needs of the police it still needs (`lacking`)."""
    held = holds(actor, Permission.DECIDE, assessment.referral)
    if not held or assessment.state == AssessmentState.CLOSING:
        return held
    if assessment.referral.state == ReferralState.TAKEN_OVER:
        return refuse(TAKEN_OVER)
    return _in(assessment, AssessmentState.ASSESSING)


def refer(actor: Actor, assessment: PoliceAssessment, referred_by: str) -> Answer:
    """Sign a section 36 referral: the police for whoever decided it, people of the council for the council alone."""
    if actor.may(Permission.POLICE_DECIDE):
        return decide(actor, assessment)
    may = refer_for_authority(actor, assessment)
    return may if not may or referred_by == Body.AUTHORITY else refuse(ONLY_AUTHORITY)


def hold(actor: Actor, assessment: PoliceAssessment) -> Answer:
    """The police act outside Channel: from the assessment, and from a referral to the panel that was made."""
    led = _led(actor, assessment)
    if led and assessment.state not in (AssessmentState.ASSESSING, AssessmentState.REFERRED):
        return refuse(NOT_NOW[AssessmentState(assessment.state)])
    return led


def approve(actor: Actor, decision: PoliceDecision) -> Answer:
    held = holds(actor, Permission.POLICE_APPROVE, decision.assessment.referral)
    if held and decision.signed_by_id == actor.user_id:
        return refuse(_("You proposed this closure, so somebody else has to approve it."))
    return held and _in(
        decision.assessment, AssessmentState.CLOSING, _("No closure is waiting for approval.")
    )


def again(actor: Actor, assessment: PoliceAssessment) -> Answer:
    return _led(actor, assessment) and _in(
        assessment, AssessmentState.HELD, _("This is not kept with the police.")
    )


def _works(actor: Actor, assessment: PoliceAssessment) -> Answer:
    return holds(actor, Permission.POLICE_DECIDE, assessment.referral)


def _led(actor: Actor, assessment: PoliceAssessment) -> Answer:
    held = _works(actor, assessment)
    return refuse(TAKE_FIRST) if held and assessment.lead_id is None else held


def _in(assessment: PoliceAssessment, state: AssessmentState, sentence: object = "") -> Answer:
    if assessment.state == state:
        return allow()
    return refuse(sentence or NOT_NOW.get(AssessmentState(assessment.state), OVER))
