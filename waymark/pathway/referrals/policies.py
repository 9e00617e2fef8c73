"""Who may do what to a referral, now: one function for each permission, with the sentence for whoever may not.

The person-rule (does this person hold the permission and the grant?) stands first, the thing-rule (is the referral
in a state for it?) after it. No rule reads a need, a belief or an ideology.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision as Answer
from waymark.foundation.access.decisions import allow, refuse

from . import queries
from .models import Decision, Handover, InformationRequest, Redirect, Referral, RequestState
from .permissions import Permission
from .states import CLOSED, REFERRALS, WITH_POLICE, ReferralState

NO_RIGHT = _("Your role does not allow this. Ask your Prevent lead.")
NOT_ASSESSED = _("This referral is not with police assessment.")
NOT_SEEN = _("This referral is not yours to work on.")
TAKE_FIRST = _("Nobody has taken this referral yet. Take it first.")
IS_CLOSED = _("This referral is closed. A Prevent lead can reopen it.")
IS_SEALED = _("This referral is sealed. The Prevent lead alone sees it.")
WAITS = _("A closure is waiting for a second person. Wait for their answer.")
AT_POLICE = _("This referral is with police assessment. Bring it back to triage first.")
AT_CHANNEL = _("This referral was made to Channel under section 36.")
TAKEN_OVER = _("The Channel case of this referral was taken over from another authority.")
NOT_NOW = {
    ReferralState.RECEIVED: TAKE_FIRST,
    ReferralState.CLOSING: WAITS,
    ReferralState.POLICE_ASSESSMENT: AT_POLICE,
    ReferralState.POLICE_LED: AT_POLICE,
    ReferralState.SECTION_36: AT_CHANNEL,
    ReferralState.TAKEN_OVER: TAKEN_OVER,
    **dict.fromkeys(CLOSED, IS_CLOSED),
}


def holds(actor: Actor, permission: Permission, referral: Referral) -> Answer:
    """The person-rule alone: the permission, and a grant that the referral carries."""
    if not actor.may(permission):
        return refuse(NO_RIGHT)
    if not set(actor.grants) & set(referral.grants) or set(actor.kept_from) & set(referral.grants):
        return refuse(NOT_SEEN)
    return allow()


def triage_read(actor: Actor, referral: Referral) -> Answer:
    return holds(actor, Permission.READ, referral)


def triage_work(actor: Actor, referral: Referral) -> Answer:
    """Concerns, needs, requests, redirects, what people were told: while the referral is in triage."""
    return holds(actor, Permission.TRIAGE, referral) and _in(referral, ReferralState.TRIAGE)


def look_into(actor: Actor, referral: Referral) -> Answer:
    """Ask others, and say what came of a concern: triage in triage, the police while they assess."""
    if actor.may(Permission.POLICE_DECIDE):
        return police_work(actor, referral)
    return triage_work(actor, referral)


def police_work(actor: Actor, referral: Referral) -> Answer:
    """De-confliction, questions, concerns, the written assessment: while the referral is in police assessment."""
    held = holds(actor, Permission.POLICE_DECIDE, referral)
    return held and _in(referral, ReferralState.POLICE_ASSESSMENT, NOT_ASSESSED)


def triage_answer_about(actor: Actor, referral: Referral) -> Answer:
    """Told the person? Social care told? Answers may be renewed in every state once somebody took the referral."""
    held = holds(actor, Permission.TRIAGE, referral)
    if held and referral.state == ReferralState.RECEIVED:
        return refuse(TAKE_FIRST)
    return held


def triage_take(actor: Actor, referral: Referral) -> Answer:
    return holds(actor, Permission.TRIAGE, referral) and _in(
        referral, ReferralState.RECEIVED, _("Somebody has taken this referral already.")
    )


def triage_handover(actor: Actor, referral: Referral) -> Answer:
    """Its lead hands it over; whoever may assign can do so for them."""
    held = holds(actor, Permission.TRIAGE, referral)
    if not held:
        return held
    if referral.is_closed:
        return refuse(IS_CLOSED)
    if referral.lead_id != actor.user_id and not actor.may(Permission.ASSIGN):
        return refuse(_("Only the lead professional can hand this referral over."))
    return allow()


def triage_accept(actor: Actor, handover: Handover) -> Answer:
    if not actor.may(Permission.TRIAGE) or handover.receiver_id != actor.user_id:
        return refuse(_("This referral was offered to somebody else."))
    if handover.answered_at is not None:
        return refuse(_("This handover has been answered already."))
    return allow()


def triage_decide(actor: Actor, referral: Referral) -> Answer:
    return holds(actor, Permission.DECIDE, referral) and _in(referral, ReferralState.TRIAGE)


def triage_correct(actor: Actor, decision: Decision) -> Answer:
    held = holds(actor, Permission.DECIDE, decision.referral)
    if held and hasattr(decision, "corrected_by"):
        return refuse(_("This decision has been corrected. Correct the newest one."))
    return held


def triage_approve(actor: Actor, decision: Decision) -> Answer:
    """The second person: never the one who proposed, whatever role they hold today."""
    held = holds(actor, Permission.APPROVE_CLOSURE, decision.referral)
    if not held:
        return held
    if decision.signed_by_id == actor.user_id:
        return refuse(_("You proposed this closure, so somebody else has to approve it."))
    return _in(decision.referral, ReferralState.CLOSING, _("No closure is waiting for approval."))


def triage_override(actor: Actor, request: InformationRequest) -> Answer:
    """Let the referral close though the request is open: never by whoever asked."""
    held = holds(actor, Permission.OVERRIDE_REQUEST, request.referral)
    if not held:
        return held
    return _still_waits(actor, request) and _in(request.referral, ReferralState.TRIAGE)


def police_override(actor: Actor, request: InformationRequest) -> Answer:
    """The police’s second person lets the assessment close though a request is open: never whoever asked."""
    held = holds(actor, Permission.POLICE_APPROVE, request.referral)
    at_work = held and _still_waits(actor, request)
    return at_work and _in(request.referral, ReferralState.POLICE_ASSESSMENT, NOT_ASSESSED)


def override(actor: Actor, request: InformationRequest) -> Answer:
    if actor.may(Permission.POLICE_APPROVE):
        return police_override(actor, request)
    return triage_override(actor, request)


def _still_waits(actor: Actor, request: InformationRequest) -> Answer:
    if request.asked_by_id == actor.user_id:
        return refuse(_("You made this request, so somebody else has to decide to go on without its answer."))
    if request.state != RequestState.OPEN or hasattr(request, "override"):
        return refuse(_("This request is not waiting any more."))
    return allow()


def triage_bring_back(actor: Actor, referral: Referral) -> Answer:
    held = holds(actor, Permission.TRIAGE, referral)
    return refuse(NOT_ASSESSED) if held and referral.state not in WITH_POLICE else held


def triage_reopen(actor: Actor, referral: Referral) -> Answer:
    held = holds(actor, Permission.ASSIGN, referral)
    if not held:
        return held
    return allow() if _moves(referral, "reopen") else refuse(_("This referral cannot be reopened."))


def triage_tell_mistake(actor: Actor, referral: Referral) -> Answer:
    """Write down that those with whom a mistaken referral was shared were told so."""
    held = holds(actor, Permission.TRIAGE, referral)
    now = held and _in(referral, ReferralState.MISTAKEN, _("This referral was not closed as mistaken."))
    if now and not queries.to_tell(referral):
        return refuse(_("Everybody it was shared with has been told that it was mistaken."))
    return now


def triage_restrict(actor: Actor, referral: Referral) -> Answer:
    """Keep it to named people, or to other ones: the record owner."""
    held = holds(actor, Permission.RESTRICT, referral)
    return refuse(IS_SEALED) if held and referral.sealed_at is not None else held


def triage_unrestrict(actor: Actor, referral: Referral) -> Answer:
    held = holds(actor, Permission.RESTRICT, referral)
    return refuse(_("All of triage sees this referral.")) if held and not referral.is_kept else held


def request_answer(actor: Actor, asked: InformationRequest | Redirect) -> Answer:
    if not actor.may(Permission.ANSWER_REQUEST) or not set(actor.grants) & set(asked.grants):
        return refuse(NO_RIGHT)
    if asked.state not in ("open", "waiting"):
        return refuse(_("This has been answered. Thank you."))
    return allow()


def triage_record_answer(actor: Actor, asked: InformationRequest | Redirect) -> Answer:
    """The officer writes down what an organisation answered by other ways. Also after the referral is closed."""
    asks = actor.may(Permission.TRIAGE) or actor.may(Permission.POLICE_DECIDE)
    if not asks or not set(actor.grants) & set(asked.grants):
        return refuse(NO_RIGHT)
    return allow() if asked.state in ("open", "waiting") else refuse(_("This has been answered already."))


def _in(referral: Referral, state: ReferralState, sentence: object = "") -> Answer:
    if referral.state == state:
        return allow()
    return refuse(sentence or NOT_NOW.get(ReferralState(referral.state), IS_CLOSED))


def _moves(referral: Referral, name: str) -> bool:
    return any(move.name == name for move in REFERRALS.open_to(referral.state))
