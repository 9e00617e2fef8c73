"""Whether those are there whom the law demands: asked of the marks, for one meeting and one area.

Section 37(1) and (3): the authority, and the police of the area where the person lives. It is asked for each case, by
whoever records a decision; `panel.missing` in the database answers the same, for triggers. Its own quorum warns.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from waymark.foundation.meetings.models import Came

from .models import PanelMeeting, Sector
from .queries import LAWFUL, in_force, terms_on


@dataclass(frozen=True)
class Present:
    """`missing` are the sectors whose absence forbids a decision; `wanted` those the panel itself misses, `short` how
    many agencies it lacks. True when a decision may be recorded."""

    missing: tuple[str, ...]
    wanted: tuple[str, ...] = ()
    short: int = 0

    def __bool__(self) -> bool:
        return not self.missing

    @property
    def warns(self) -> bool:
        return bool(self.wanted or self.short)


def present(meeting: PanelMeeting, area: int) -> Present:
    """Who is missing for a person of `area` (the key of an authority). Unmarked is not present."""
    came = {
        row.for_id for row in meeting.meeting.attendances.all() if row.came == Came.PRESENT and row.person_id
    }
    on = meeting.meeting.on
    there = [seat for seat in in_force(list(meeting.panel.seats.all()), on) if seat.pk in came]
    for_area = {seat.sector for seat in there if area in seat.areas}
    missing = tuple(str(sector) for sector in LAWFUL if sector not in for_area)
    if meeting.meeting.cancelled_at is not None:
        missing = tuple(str(sector) for sector in LAWFUL)
    terms = terms_on(meeting.panel, on)
    if terms is None:
        return Present(missing)
    agencies = {seat.organisation_id for seat in there}
    wanted = tuple(one for one in terms.quorum if one not in {seat.sector for seat in there})
    return Present(missing, wanted, max(0, terms.quorum_number - len(agencies)))


def missing_by_database(meeting: PanelMeeting, area: int) -> tuple[str, ...]:
    """The same as `present(...).missing`, by the function that triggers ask."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT panel.missing(%s, %s)", [meeting.meeting_id, area])
        return tuple(cursor.fetchone()[0])


__all__ = ["Present", "Sector", "missing_by_database", "present"]
