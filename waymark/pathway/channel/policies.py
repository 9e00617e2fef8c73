"""Who may do what to a Channel case, now."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Case
from .permissions import Permission
from .states import ENDED


def read(actor: Actor, case: Case) -> Decision:
    return _holds(actor, Permission.READ, case)


def take(actor: Actor, case: Case) -> Decision:
    """Become its lead professional, in place of the one it has: it is never without."""
    held = _holds(actor, Permission.LEAD, case)
    if held and case.lead_id == actor.user_id:
        return refuse(_("You lead this case already."))
    return refuse(_("This case has ended.")) if held and case.state in ENDED else held


def _holds(actor: Actor, permission: Permission, case: Case) -> Decision:
    if actor.may(permission) and set(actor.grants) & set(case.grants):
        return allow()
    return refuse(_("You cannot do this to this case."))
