"""Who came: marked for each place, and corrected if it was marked wrongly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.meetings.models import Attendance, Came, Meeting

from .planning import IS_CANCELLED

NOT_YET = _("The meeting has not begun. Mark who came when it has.")


@dataclass(frozen=True)
class Mark:
    """For one place: `person` (a key) came, or nobody did."""

    for_id: UUID
    organisation_id: int
    came: str
    person_id: UUID | None = None


def mark(*, by: Actor, at: datetime, meeting: Meeting, marks: Iterable[Mark]) -> Meeting:
    """Writes each mark; one that says what stands there already is left as it is."""
    meeting = lock(meeting)
    if meeting.cancelled_at is not None:
        raise NotNow(IS_CANCELLED)
    if not meeting.has_begun(at):
        raise NotNow(NOT_YET)
    before = {row.for_id: row for row in meeting.attendances.select_for_update()}
    for one in marks:
        _write(by, at, meeting, one, before.get(one.for_id))
    return meeting


def _write(by: Actor, at: datetime, meeting: Meeting, one: Mark, before: Attendance | None) -> None:
    person = one.person_id if one.came == Came.PRESENT else None
    if before is None:
        Attendance.objects.create(
            authority_id=meeting.authority_id,
            grants=meeting.grants,
            meeting=meeting,
            for_id=one.for_id,
            organisation_id=one.organisation_id,
            person_id=person,
            came=one.came,
            marked_by_id=by.user_id,
            marked_at=at,
        )
    elif (before.came, before.person_id) != (one.came, person):
        before.came, before.marked_at = one.came, at
        before.person_id, before.marked_by_id = person, by.user_id  # type: ignore[assignment]
        before.save_next("came", "person", "marked_by", "marked_at")
