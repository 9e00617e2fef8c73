"""Who may do what in the library, now."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.models import CourseVersion
from waymark.delivery.training.policies import change_course
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Awaited, Resource
from .permissions import Permission
from .states import AwaitedState

OVER = _("This has arrived, or was given up. Note it again if it is still awaited.")
NO_RIGHT = _("Your role does not allow this. Ask whoever plans training.")


def keep(actor: Actor, authority_id: int) -> Decision:
    """Those who plan training there."""
    held = actor.may(Permission.KEEP) and actor.holds(f"authority:{authority_id}:training-plan")
    return allow() if held else refuse(NO_RIGHT)


def read(actor: Actor, resource: Resource) -> Decision:
    """Those with an account while it stands in the list; those who keep the library afterwards, too."""
    reads = actor.may(Permission.READ) and actor.holds(f"authority:{resource.authority_id}:library")
    return allow() if reads and resource.is_listed else keep(actor, resource.authority_id)


def change(actor: Actor, resource: Resource) -> Decision:
    held = keep(actor, resource.authority_id)
    gone = held and not resource.is_listed
    return refuse(_("This was taken out of the list. Add it again if it is needed.")) if gone else held


def teach_with(actor: Actor, taught: CourseVersion) -> Decision:
    """Those who keep the library say what a version is taught with, until its course has ended."""
    held = keep(actor, taught.authority_id)
    return change_course(actor, taught.course) if held else held


def change_awaited(actor: Actor, awaited: Awaited) -> Decision:
    held = keep(actor, awaited.authority_id)
    over = held and awaited.state != AwaitedState.AWAITED
    return refuse(OVER) if over else held
