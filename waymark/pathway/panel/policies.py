"""Who may do what to a panel, now. The person-rule stands first, the thing-rule after it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.foundation.kernel import clock

from . import queries
from .models import Deputy, Item, Minute, Panel, PanelMeeting, Seat
from .permissions import Permission

NO_RIGHT = _("Your role does not allow this. Ask whoever arranges the panel.")
IS_OVER = _("This panel has ended. Set up another one.")
NOT_ASKED = _("You have no seat on the day of this meeting for the organisation you work for now.")
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


def accept(actor: Actor, meeting: PanelMeeting) -> Decision:
    """Whoever has a seat on the day of the meeting for the organisation they work for now, or is invited to an item."""
    if not actor.may(Permission.SIT) or actor.user_id is None:
        return refuse(NO_RIGHT)
    if meeting.meeting.cancelled_at is not None:
        return refuse(_("This meeting is cancelled."))
    return allow() if queries.is_expected(meeting, actor) else refuse(NOT_ASKED)


def put(actor: Actor, meeting: PanelMeeting, area: int) -> Decision:
    """An item: whoever arranges the panels of the area where the person lives, also on a panel that others keep."""
    held = arranges(actor, area)
    if held and meeting.meeting.cancelled_at is not None:
        return refuse(_("This meeting is cancelled."))
    over = held and meeting.meeting.has_ended(clock.now())
    return refuse(_("This meeting is over.")) if over else held


def change_item(actor: Actor, item: Item) -> Decision:
    held = arranges(actor, item.authority_id)
    if held and set(actor.kept_from) & set(item.grants):
        return refuse(NO_RIGHT)
    return refuse(_("This item has been taken off the agenda.")) if held and item.withdrawn_at else held


def declare_interest(actor: Actor, item: Item) -> Decision:
    if not actor.may(Permission.SIT) or item.about_id is None:
        return refuse(NO_RIGHT)
    return allow()


def write_minutes(actor: Actor, item: Item) -> Decision:
    """Of an item of a meeting that has begun: whoever arranges the panel."""
    held = change_item(actor, item)
    if held and (item.meeting.meeting.cancelled_at or not item.meeting.meeting.has_begun(clock.now())):
        return refuse(_("The meeting has not been held."))
    return held


def sign_minutes(actor: Actor, minute: Minute) -> Decision:
    """Whoever chairs the item on the day of its meeting; and the newest entry only."""
    chair = queries.chairs_item(minute.item)
    if not actor.may(Permission.CHAIR) or chair is None or chair.pk != actor.user_id:
        return refuse(_("The minutes are signed by whoever chaired this item."))
    newer = Minute.objects.filter(corrects=minute).exists()
    return refuse(_("These minutes were written anew. Sign the newer ones.")) if newer else allow()


def read_papers(actor: Actor, meeting: PanelMeeting) -> Decision:
    """The papers in one file: whoever has a seat on its day and accepted the statement, or arranges the panel."""
    if actor.may(Permission.SIT) and set(actor.grants) & {
        f"papers:{meeting.pk}",
        f"authority:{meeting.authority_id}:panel",
    }:
        return allow()
    return refuse(_("Accept the confidentiality statement of this meeting first."))
