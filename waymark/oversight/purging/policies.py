"""Who may ask that something is taken out, and who agrees."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Purge
from .permissions import Permission

NO_RIGHT = _("Your role does not allow this.")
OVER = _("This has been decided already.")
SOMEBODY_ELSE = _("You asked for this. Somebody else has to decide.")


def ask(actor: Actor, authority_id: int) -> Decision:
    """Whoever may ask sees the item itself by their other grants; what they do not see they cannot name."""
    return allow() if actor.may_in(Permission.ASK, authority_id) else refuse(NO_RIGHT)


def decide(actor: Actor, purge: Purge) -> Decision:
    if not actor.may(Permission.AGREE) or not actor.holds(f"authority:{purge.authority_id}:purge"):
        return refuse(NO_RIGHT)
    if purge.agreed is not None:
        return refuse(OVER)
    return refuse(SOMEBODY_ELSE) if purge.asked_by_id == actor.user_id else allow()
