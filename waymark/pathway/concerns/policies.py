"""Who may do what to a draft, a submission and an enquiry: the person-rule first, then the state it is in."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .authors import DSL, has_dsl
from .models import Draft, Enquiry, Submission
from .permissions import Permission
from .states import DraftState

NOT_YOURS = _("Only whoever writes this referral can change it.")
SENT = _("This referral has been sent. You can add information to it.")
WITH_DSL = _("This referral is with your safeguarding lead. You can change it when they give it back.")
NOT_SENT = _("Your safeguarding lead decided not to send this referral.")
NOT_WAITING = _("This referral is not waiting for a decision any more.")
ASK_DSL = _("Your organisation has a safeguarding lead. Send the referral to them first.")
CLOSED_TO_WRITING = {DraftState.SENT: SENT, DraftState.WITH_DSL: WITH_DSL, DraftState.NOT_SENT: NOT_SENT}


def route(actor: Actor, authority_id: int) -> Decision:
    """Set to whom referrals go: the Prevent lead, who agrees it with the police."""
    may = actor.may(Permission.ROUTE) and actor.holds(f"authority:{authority_id}:lead")
    return allow() if may else refuse(_("Only the Prevent lead of the council can set to whom referrals go."))


def draft_write(actor: Actor, draft: Draft) -> Decision:
    """Answer questions: the author, while it is being written or was given back."""
    if not actor.may(Permission.REFER) or not draft.is_by(actor):
        return refuse(NOT_YOURS)
    sentence = CLOSED_TO_WRITING.get(DraftState(draft.state))
    return refuse(sentence) if sentence else allow()


def sends_directly(actor: Actor, draft: Draft) -> bool:
    """Visitors, safeguarding leads, and partners whose organisation has no safeguarding lead today."""
    return draft.organisation_id is None or DSL in actor.roles or not has_dsl(draft.organisation_id)


def draft_send(actor: Actor, draft: Draft) -> Decision:
    """Send: the author where nobody else has to agree, otherwise the safeguarding lead of their organisation."""
    if draft.state == DraftState.WITH_DSL and not _left_alone(actor, draft):
        return draft_decide(actor, draft)
    if draft.state == DraftState.WITH_DSL:
        return allow()
    written = draft_write(actor, draft)
    if not written:
        return written
    return allow() if sends_directly(actor, draft) else refuse(ASK_DSL)


def _left_alone(actor: Actor, draft: Draft) -> bool:
    """The author’s organisation has no safeguarding lead any more: a draft must not wait for nobody."""
    return actor.may(Permission.REFER) and draft.is_by(actor) and not has_dsl(draft.organisation_id)


def draft_decide(actor: Actor, draft: Draft) -> Decision:
    """Approve and send, give back, or keep back: a safeguarding lead of the organisation it was written for."""
    if not actor.may(Permission.APPROVE) or not actor.holds(draft.dsl_grant()):
        return refuse(_("Only the safeguarding lead of the organisation can decide this."))
    return allow() if draft.state == DraftState.WITH_DSL else refuse(NOT_WAITING)


def submission_follow(actor: Actor, submission: Submission) -> Decision:
    """Follow and add: its author, and the safeguarding leads of their organisation. Not triage: they have the case."""
    if not actor.may(Permission.FOLLOW):
        return refuse(_("Your role does not allow this."))
    mine = submission.is_by(actor) or (submission.dsl_grant() and actor.holds(submission.dsl_grant()))
    return allow() if mine else refuse(_("This referral was sent by somebody else."))


def enquiry_answer(actor: Actor, enquiry: Enquiry) -> Decision:
    """Answer once: somebody of the triage team."""
    if not actor.may(Permission.ANSWER_ENQUIRY) or not actor.holds(enquiry.triage_grant()):
        return refuse(_("Your role does not allow this."))
    return refuse(_("This question has been answered.")) if enquiry.is_answered else allow()
