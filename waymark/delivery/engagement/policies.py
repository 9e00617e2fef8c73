"""Who may do what in engagement, now."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Demand, Issue
from .permissions import Permission
from .states import IssueState

NO_RIGHT = _("Your role does not allow this. Ask whoever plans training.")
CLOSED = _("This issue is closed. Raise another one.")


def keep(actor: Actor, authority_id: int) -> Decision:
    """Those who plan training there."""
    held = actor.may(Permission.KEEP) and actor.holds(f"authority:{authority_id}:training-plan")
    return allow() if held else refuse(NO_RIGHT)


def close_issue(actor: Actor, issue: Issue) -> Decision:
    held = keep(actor, issue.authority_id)
    return refuse(CLOSED) if held and issue.state == IssueState.CLOSED else held


def note_reply(actor: Actor, issue: Issue) -> Decision:
    held = close_issue(actor, issue)
    return refuse(_("They have replied already.")) if held and issue.state != IssueState.ASKED else held


def answer_demand(actor: Actor, demand: Demand) -> Decision:
    held = keep(actor, demand.authority_id)
    over = held and demand.answered_at is not None
    return refuse(_("This is answered already.")) if over else held


def ask_for(actor: Actor, demand: Demand) -> Decision:
    """Make it a request for training: once."""
    held = answer_demand(actor, demand)
    return refuse(_("A request for training is there already.")) if held and demand.request_id else held
