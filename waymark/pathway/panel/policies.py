"""Who may do what to a panel, now. The person-rule stands first, the thing-rule after it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Deputy, Panel, Seat
from .permissions import Permission

NO_RIGHT = _("Your role does not allow this. Ask whoever arranges the panel.")
IS_OVER = _("This panel has ended. Set up another one.")
SEAT_OVER = _("This seat has ended already.")


def arranges(actor: Actor, authority_id: int) -> Decision:
    """Does the actor arrange the panels of that authority at all?"""
    held = actor.may(Permission.ARRANGE) and actor.holds(f"authority:{authority_id}:panel")
    return allow() if held else refuse(NO_RIGHT)


def arrange(actor: Actor, panel: Panel) -> Decision:
    """Terms, seats, deputies, the end: while the panel lasts."""
    held = arranges(actor, panel.authority_id)
    return refuse(IS_OVER) if held and panel.is_over() else held


def end_seat(actor: Actor, seat: Seat) -> Decision:
    held = arranges(actor, seat.authority_id)
    return refuse(SEAT_OVER) if held and seat.until_on is not None and seat.ended_because else held


def end_deputy(actor: Actor, deputy: Deputy) -> Decision:
    return arranges(actor, deputy.authority_id)


def mark_attendance(actor: Actor, panel: Panel) -> Decision:
    """Also after the panel ended: its last meeting is marked when it is over."""
    return arranges(actor, panel.authority_id)
