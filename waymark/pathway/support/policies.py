"""Who may do what to the support of a case, now."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission as Channel
from waymark.pathway.channel.states import ADOPTED

from .models import Plan

NO_RIGHT = _("You cannot do this to this case.")
NOT_ADOPTED = _("The panel has not adopted this case, or its support has ended.")
NOT_LEAD = _("The lead professional of the case signs its plan.")
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
