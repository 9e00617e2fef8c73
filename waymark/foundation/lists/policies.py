"""Who keeps the lists of an authority."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .permissions import Permission


def keep(actor: Actor, authority_id: int) -> Decision:
    may = actor.may(Permission.KEEP) and actor.holds(f"authority:{authority_id}:lists")
    return allow() if may else refuse(_("Your role does not allow this."))
