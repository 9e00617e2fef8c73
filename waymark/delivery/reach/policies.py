"""Who may do what in reach."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .permissions import Permission

NO_RIGHT = _("Your role does not allow this. Ask whoever plans training.")


def see(actor: Actor, authority_id: int) -> Decision:
    """Figures and lists of that authority: no contact, no name."""
    return allow() if actor.may_in(Permission.SEE, authority_id) else refuse(NO_RIGHT)


def approach(actor: Actor, authority_id: int) -> Decision:
    """Write to places, and note calls: by those who plan training there."""
    held = actor.may(Permission.APPROACH) and actor.holds(f"authority:{authority_id}:training-plan")
    return allow() if held else refuse(NO_RIGHT)
