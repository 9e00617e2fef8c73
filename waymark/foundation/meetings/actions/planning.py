"""A meeting is planned, moved, cancelled: steps of the deeds of whichever room meets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.meetings.models import Meeting

IS_CANCELLED = _("This meeting is cancelled. Plan another one.")
HAS_BEGUN = _("This meeting has begun. It cannot be moved or cancelled any more.")


@dataclass(frozen=True)
class When:
    """From when to when (aware times), and where: a place, a link to join, or both."""

    starts_at: datetime
    ends_at: datetime
    place: str = ""
    online_link: str = ""

    def check(self, at: datetime) -> None:
        """Refusal at its field."""
        if self.ends_at <= self.starts_at:
            raise Refusal(_("The end must be after the beginning."), field="ends")
        if self.starts_at <= at:
            raise Refusal(_("The meeting must be in the future."), field="day")
        if not self.place and not self.online_link:
            raise Incomplete(_("Say where it is, or give the link to join it."), field="place")


def plan(
    *, at: datetime, authority_id: int, grants: Sequence[str], keepers: Sequence[str], when: When
) -> Meeting:
    """A meeting that `grants` see and `keepers` (grants too) may change."""
    when.check(at)
    return Meeting.objects.create(
        authority_id=authority_id,
        grants=list(grants),
        keepers=list(keepers),
        reference=new_reference(Letter.MEETING),
        starts_at=when.starts_at,
        ends_at=when.ends_at,
        place=when.place,
        online_link=when.online_link,
    )


def move(*, at: datetime, meeting: Meeting, version: int, when: When) -> Meeting:
    """Another time or another place. Calendars hear of it by a higher sequence."""
    meeting = _still_to_come(meeting, version, at)
    when.check(at)
    meeting.starts_at, meeting.ends_at = when.starts_at, when.ends_at
    meeting.place, meeting.online_link = when.place, when.online_link
    meeting.sequence += 1
    meeting.save_next("starts_at", "ends_at", "place", "online_link", "sequence")
    return meeting


def cancel(*, at: datetime, meeting: Meeting, version: int, because: str) -> Meeting:
    """It will not take place."""
    meeting = _still_to_come(meeting, version, at)
    if not because:
        raise Incomplete(_("Say why it is cancelled."), field="because")
    meeting.cancelled_at, meeting.cancelled_because = at, because
    meeting.sequence += 1
    meeting.save_next("cancelled_at", "cancelled_because", "sequence")
    return meeting


def _still_to_come(meeting: Meeting, version: int, at: datetime) -> Meeting:
    meeting = lock(meeting, version)
    if meeting.cancelled_at is not None:
        raise NotNow(IS_CANCELLED)
    if meeting.has_begun(at):
        raise NotNow(HAS_BEGUN)
    return meeting
