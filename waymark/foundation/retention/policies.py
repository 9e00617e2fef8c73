"""Who may set a period, and where."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .permissions import Permission


def set_period(actor: Actor, authority_id: int) -> Decision:
    """In their own authority only."""
    if actor.may(Permission.SET_PERIOD) and authority_id in actor.authority_ids:
        return allow()
    return refuse(_("Only the information governance lead of the council can set how long records are kept."))
