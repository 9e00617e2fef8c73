"""Who may do what with a complaint, now."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Complaint
from .permissions import Permission

NO_RIGHT = _("Your role does not allow this.")
OVER = _("This complaint has its answer, and is not changed any more.")
NOT_YOURS = _("A colleague answers this. Take it first.")
YOURS = _("You answer this already.")


def keep(actor: Actor, authority_id: int) -> Decision:
    held = actor.may(Permission.KEEP) and actor.holds(f"authority:{authority_id}:complaints")
    return allow() if held else refuse(NO_RIGHT)


def change(actor: Actor, complaint: Complaint) -> Decision:
    held = keep(actor, complaint.authority_id)
    return refuse(OVER) if held and complaint.answered_on else held


def take(actor: Actor, complaint: Complaint) -> Decision:
    held = change(actor, complaint)
    return refuse(YOURS) if held and complaint.owner_id == actor.user_id else held


def answer(actor: Actor, complaint: Complaint) -> Decision:
    held = change(actor, complaint)
    return refuse(NOT_YOURS) if held and complaint.owner_id != actor.user_id else held
