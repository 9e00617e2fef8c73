"""Who may see the queue of messages."""

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .permissions import Permission


def see_queue(actor: Actor) -> Decision:
    """Administrators see codes, states and times; row security keeps each to their own authority."""
    if actor.may(Permission.SEE_QUEUE):
        return allow()
    return refuse(_("Only an administrator can see the messages that wait."))
