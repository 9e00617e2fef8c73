"""Who may do what to the support of a case, now."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission as Channel
from waymark.pathway.channel.states import ADOPTED, WITH_PANEL, CaseState
from waymark.pathway.consent import standing

from .models import FundRequest, Plan, Risk, SupportAction
from .permissions import Permission
from .states import ANSWERS, OPEN, ActionState, RiskState

# Where support may go on.
SUPPORTED = frozenset({CaseState.ACTIVE, CaseState.ENDING})
NO_RIGHT = _("You cannot do this to this case.")
NOT_ADOPTED = _("The panel has not adopted this case, or its support has ended.")
NOT_LEAD = _("The lead professional of the case signs its plan.")
NOT_YOURS = _("This is not yours to do.")
NOT_WITH_PANEL = _("The panel does not have this case.")
NOT_OPEN = _("This is not open to you now.")
NO_PLAN = _("The plan that this belongs to is not approved yet. It cannot begin.")
NOT_SUPPORTED = _("This cannot go on now. The lead professional says when it can.")
NO_CONSENT = _(
    "No consent covers this today: it cannot begin, and does not go on. The lead professional says when it can."
)
SIGNED = _("This version is approved. Begin a new one to change it.")


def write(actor: Actor, case: Case) -> Decision:
    """The plan, its needs, its actions: from the day the panel adopts the case until its support ends."""
    if not (actor.may(Channel.SUPPORT) and set(actor.grants) & set(case.grants)):
        return refuse(NO_RIGHT)
    return allow() if case.state in ADOPTED else refuse(NOT_ADOPTED)


def approve(actor: Actor, plan: Plan) -> Decision:
    held = write(actor, plan.case)
    if held and plan.approved_at is not None:
        return refuse(SIGNED)
    return refuse(NOT_LEAD) if held and plan.case.lead_id != actor.user_id else held


def cancel(actor: Actor, action: SupportAction) -> Decision:
    """Take it out of the plan: whoever works on the case, never whoever was asked."""
    if not actor.may(Channel.SUPPORT):
        return refuse(NO_RIGHT)
    held = write(actor, action.plan.case)
    return refuse(NOT_OPEN) if held and action.state not in OPEN else held


def on_case(actor: Actor, action: SupportAction) -> Decision:
    """Whoever works on the case, and not whoever gives the support."""
    held = actor.may(Channel.SUPPORT) and bool(set(actor.grants) & set(action.grants))
    return allow() if held and action.person_id != actor.user_id else refuse(NO_RIGHT)


def brief(actor: Actor, action: SupportAction) -> Decision:
    """Brief them, ask for a report: while they have still to do it. Nobody briefs themselves."""
    held = on_case(actor, action)
    return refuse(NOT_OPEN) if held and action.state not in OPEN else held


def ask_fund(actor: Actor, action: SupportAction) -> Decision:
    """Money for it: while the plan is worked on, unless nobody does it."""
    held = on_case(actor, action)
    return refuse(NOT_OPEN) if held and action.state not in ANSWERS else held


def fund_decision(actor: Actor, request: FundRequest) -> Decision:
    """What a fund decided is never too late to say."""
    held = on_case(actor, request.action)
    return refuse(NOT_OPEN) if held and request.decision else held


def report(actor: Actor, action: SupportAction) -> Decision:
    """Say what was held, and report: also when it has stopped or is done. What was done is never too late to say."""
    if not on_case(actor, action) and not is_theirs(actor, action):
        return refuse(NOT_YOURS)
    return allow() if action.started_on else refuse(NOT_OPEN)


def is_theirs(actor: Actor, action: SupportAction | Risk) -> bool:
    """Does it belong to whoever acts, in the organisation they work for now?"""
    mine = action.person_id == actor.user_id and action.organisation_id == actor.organisation_id
    return mine and actor.may(Permission.GIVE) and bool(set(actor.grants) & set(action.grants))


def read_mine(actor: Actor, action: SupportAction) -> Decision:
    return allow() if is_theirs(actor, action) else refuse(NOT_YOURS)


def answer(actor: Actor, action: SupportAction) -> Decision:
    """Take it on, do not, or give it back before it has begun."""
    mine = read_mine(actor, action)
    if mine and action.state not in (ActionState.ASKED, ActionState.ACCEPTED):
        return refuse(NOT_OPEN)
    return mine


def work_on(actor: Actor, action: SupportAction) -> Decision:
    """Begin it, say how it goes, end it: whoever took it on, or whoever works on the case for them."""
    on_case = actor.may(Channel.SUPPORT) and set(actor.grants) & set(action.grants)
    if not on_case and not is_theirs(actor, action):
        return refuse(NOT_YOURS)
    if action.state not in (ActionState.ACCEPTED, ActionState.UNDER_WAY, ActionState.STOPPED):
        return refuse(NOT_OPEN)
    return allow()


def may_start(action: SupportAction, on: date) -> Decision:
    """By section 36(4)(b), (5): with an approved plan, in a case that is supported, with a consent that covers it."""
    case = action.plan.case
    if action.plan.approved_at is None:
        return refuse(NO_PLAN)
    if not standing.covers(case, on, action.kind):
        return refuse(NO_CONSENT)
    return allow() if case.state == CaseState.ACTIVE else refuse(NOT_SUPPORTED)


def raise_risk(actor: Actor, case: Case) -> Decision:
    """From the first day that the panel has the case to the last."""
    if not (actor.may(Channel.SUPPORT) and set(actor.grants) & set(case.grants)):
        return refuse(NO_RIGHT)
    return allow() if case.state in WITH_PANEL else refuse(NOT_WITH_PANEL)


def change_risk(actor: Actor, risk: Risk) -> Decision:
    """Give it to somebody else, close it: whoever works on the case."""
    held = raise_risk(actor, _case_of(risk))
    return refuse(NOT_OPEN) if held and risk.state == RiskState.CLOSED else held


def reopen_risk(actor: Actor, risk: Risk) -> Decision:
    held = raise_risk(actor, _case_of(risk))
    return refuse(NOT_OPEN) if held and risk.state != RiskState.CLOSED else held


def _case_of(risk: Risk) -> Case:
    """Whoever answers for a risk does not see its case."""
    with context.lent(risk.authority_id):
        return risk.case


def review_risk(actor: Actor, risk: Risk) -> Decision:
    """Whoever answers for it; or whoever works on the case."""
    if is_theirs(actor, risk) and risk.state == RiskState.OWNED:
        return allow()
    return change_risk(actor, risk) if actor.may(Channel.SUPPORT) else refuse(NOT_YOURS)


def answer_risk(actor: Actor, risk: Risk) -> Decision:
    mine = refuse(NOT_YOURS) if not is_theirs(actor, risk) else allow()
    return refuse(NOT_OPEN) if mine and risk.state != RiskState.ASKED else mine


def give_back_risk(actor: Actor, risk: Risk) -> Decision:
    mine = refuse(NOT_YOURS) if not is_theirs(actor, risk) else allow()
    return refuse(NOT_OPEN) if mine and risk.state not in (RiskState.ASKED, RiskState.OWNED) else mine
