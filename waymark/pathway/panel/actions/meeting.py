"""A panel is called to a meeting, the meeting is moved or cancelled, and who came is marked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.meetings import messages
from waymark.foundation.meetings.actions import attending, planning
from waymark.foundation.meetings.actions.attending import Mark
from waymark.foundation.meetings.actions.planning import When
from waymark.foundation.meetings.models import Came, Meeting
from waymark.pathway.panel import attended, policies, queries
from waymark.pathway.panel.models import Panel, PanelMeeting

from . import arranging

NOT_THERE = _("Only whoever holds the seat, or a deputy of that day, can be marked as present.")


@deed("panel.call-meeting")
def call(*, by: Actor, at: datetime, panel: Panel, when: When) -> PanelMeeting:
    """A meeting of the panel. Everybody who has a seat on that day, and their deputies, get a message."""
    panel = lock(panel)
    policies.arrange(by, panel).require()
    _in_its_time(panel, when)
    given = arranging.with_(panel)
    keepers = [f"authority:{panel.authority_id}:panel"]
    meeting = planning.plan(
        at=at, authority_id=panel.authority_id, grants=arranging.grants_of(panel), keepers=keepers, when=when
    )
    called = PanelMeeting.objects.create(**given, panel=panel, meeting=meeting)
    _tell(messages.PLANNED, called, {meeting.on})
    return called


@deed("panel.move-meeting")
def move(*, by: Actor, at: datetime, meeting: PanelMeeting, version: int, when: When) -> PanelMeeting:
    """Another time or place. Told to those of the new day, and to those of the old one."""
    policies.arrange(by, meeting.panel).require()
    _in_its_time(meeting.panel, when)
    before = meeting.meeting.on
    meeting.meeting = planning.move(at=at, meeting=meeting.meeting, version=version, when=when)
    _tell(messages.MOVED, meeting, {before, meeting.meeting.on})
    return meeting


@deed("panel.cancel-meeting")
def cancel(*, by: Actor, at: datetime, meeting: PanelMeeting, version: int, because: str) -> PanelMeeting:
    """The meeting will not take place. Nothing can be decided in it."""
    policies.arrange(by, meeting.panel).require()
    meeting.meeting = planning.cancel(at=at, meeting=meeting.meeting, version=version, because=because)
    _tell(messages.CANCELLED, meeting, {meeting.meeting.on})
    return meeting


@deed("panel.mark-attendance")
def mark(
    *, by: Actor, at: datetime, meeting: PanelMeeting, came: Mapping[UUID, str], because: str = ""
) -> PanelMeeting:
    """Seat → the key of whoever came for it, or `apologies` or `absent`. Seats left out stay as they are.

    `because`: once something is decided on the strength of it, a change is a correction with its reason.
    """
    policies.mark_attendance(by, meeting.panel).require()
    expected = {one.seat.pk: one for one in queries.expected(meeting)}
    marks = []
    for seat_id, said in came.items():
        place = expected.get(seat_id)
        people = {str(person.pk) for person in place.people} if place else set()
        if place is None or said not in people | {Came.APOLOGIES, Came.ABSENT}:
            raise Refusal(NOT_THERE, field=f"seat_{seat_id}")
        person = UUID(said) if said in people else None
        marks.append(
            (place.seat, Mark(seat_id, place.seat.organisation_id, Came.PRESENT if person else said, person))
        )
    attended.before(by, at, meeting, marks, because)
    attending.mark(by=by, at=at, meeting=meeting.meeting, marks=[one for _seat, one in marks])
    return meeting


def address_of(meeting: Meeting) -> str:
    return reverse("panel:meeting", args=[meeting.reference])


def _in_its_time(panel: Panel, when: When) -> None:
    on = Meeting(starts_at=when.starts_at).on
    if on < panel.begins_on or panel.is_over(on):
        raise Refusal(_("The panel does not last on that day. Choose another one."), field="day")


def _tell(code: str, called: PanelMeeting, days: set[date]) -> None:
    people: dict[UUID, User] = {}
    for day in sorted(days):
        for place in queries.expected(called, day):
            people |= {person.pk: person for person in place.people if person.is_active}
    messages.tell(code, called.meeting, people.values(), address_of(called.meeting))
