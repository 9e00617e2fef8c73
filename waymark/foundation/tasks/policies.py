"""Who may take a task: whoever holds the grant it was asked of."""

from __future__ import annotations

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.foundation.tasks.models import Task

from .permissions import Permission
from .sentences import NOT_FOR_YOU, NOT_THE_LEAD


def take(actor: Actor, task: Task) -> Decision:
    if actor.user_id is not None and task.for_grant and actor.holds(task.for_grant):
        return allow()
    return refuse(NOT_FOR_YOU)


def set_time(actor: Actor, authority_id: int) -> Decision:
    """Set how long a step may take: the Prevent lead, in their own authority."""
    may = actor.may(Permission.SET_TIMES) and actor.holds(f"authority:{authority_id}:lead")
    return allow() if may else refuse(NOT_THE_LEAD)
