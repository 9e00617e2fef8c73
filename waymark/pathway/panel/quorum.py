"""Whether those are there whom the law demands: asked of the marks, for one meeting and one area.

Section 37(1) and (3): the authority, and the police of the area where the person lives. It is asked for each case, by
whoever records a decision; `panel.missing` in the database answers the same, for triggers. Its own quorum warns.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from waymark.foundation.meetings.models import Came

from .models import Item, PanelMeeting, Sector
from .queries import LAWFUL, expected, in_force, terms_on

HAS_AN_INTEREST = _(
    "Nothing can be decided here: whoever comes for “%(seat)s” for %(area)s has an interest in this item and may see "
    "nothing of it, so they cannot speak for their agency (Counter-Terrorism and Security Act 2015, section 37). Ask "
    "their deputy to come. Mark the deputy as present for the seat; if both come, give the deputy a seat of their own "
    "for that day."
)


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


def present(meeting: PanelMeeting, area: int, out: Collection[UUID] = ()) -> Present:
    """Who is missing for a person of `area` (the key of an authority). Unmarked is not present; nor are those in `out`,
    who may see nothing of the item (`queries.kept_out`)."""
    came = {
        row.for_id
        for row in meeting.meeting.attendances.all()
        if row.came == Came.PRESENT and row.person_id and row.person_id not in out
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


def missing_by_database(meeting: PanelMeeting, area: int, out: Collection[UUID] = ()) -> tuple[str, ...]:
    """The same as `present(...).missing`, by the function that triggers ask."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT panel.missing(%s, %s, %s)", [meeting.meeting_id, area, list(out)])
        return tuple(cursor.fetchone()[0])


def silenced(item: Item, out: Collection[UUID]) -> tuple[str, ...]:
    """The sectors that the law demands for which only people come who may see nothing of this item (`out`): by who is
    marked present, or, while nobody is, by who can come."""
    if not out:
        return ()
    meeting, area = item.meeting, item.authority_id
    if meeting.meeting.attendances.exists():
        there = set(present(meeting, area).missing)
        return tuple(one for one in present(meeting, area, out).missing if one not in there)
    able: dict[str, set[UUID]] = {sector: set() for sector in LAWFUL}
    for place in expected(meeting):
        if place.seat.sector in able and area in place.seat.areas:
            able[place.seat.sector] |= {person.pk for person in place.people}
    return tuple(str(sector) for sector, people in able.items() if people and people <= set(out))


__all__ = ["Present", "Sector", "missing_by_database", "present", "silenced"]
