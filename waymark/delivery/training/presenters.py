"""What the pages of training show: plain rows, made once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.foundation.interface.moments import moment

from .models import Booking, Session
from .states import BookingState, SessionState


def row(key: str, value: Any) -> dict[str, Any]:
    return {"key": {"text": key}, "value": {"text": value}}


def when_and_where(session: Session) -> list[dict[str, Any]]:
    rows = [
        row(_("Course"), session.taught.course.name),
        row(_("Begins"), moment(session.starts_at)),
        row(_("Ends"), moment(session.ends_at)),
        row(_("Where"), session.place or _("Online")),
    ]
    if session.joining:
        rows.append(row(_("Before you come"), session.joining))
    return rows


@dataclass(frozen=True)
class Place:
    """One booking as its link shows it."""

    stands: str
    summary: list[dict[str, Any]]
    online_link: str
    may_give_up: bool
    is_coming: bool

    @staticmethod
    def of(booking: Booking, at: datetime) -> Place:
        session = booking.session
        over = session.state == SessionState.CANCELLED or booking.state == BookingState.CANCELLED
        has_place = booking.state == BookingState.CONFIRMED and not over
        open_ = not over and not session.has_begun(at)
        return Place(
            stands=_stands(booking),
            summary=when_and_where(session),
            online_link=session.online_link if has_place else "",
            may_give_up=open_,
            is_coming=has_place and open_,
        )


def _stands(booking: Booking) -> str:
    if booking.session.state == SessionState.CANCELLED:
        return _("This session is cancelled: %(because)s") % {"because": booking.session.cancelled_because}
    if booking.state == BookingState.CANCELLED:
        return _("This booking is cancelled.")
    places = ngettext("%(number)s place", "%(number)s places", booking.number) % {"number": booking.number}
    if booking.state == BookingState.WAITING:
        return _("On the waiting list: %(places)s. You get an email when there is room.") % {"places": places}
    return _("You have %(places)s at this session.") % {"places": places}
