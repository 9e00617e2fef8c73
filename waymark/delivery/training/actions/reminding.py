"""Those who have a place are reminded, some days before: once for each time that the session moved."""

from __future__ import annotations

from datetime import datetime, timedelta

from waymark.delivery.training import messages, queries, worklist
from waymark.delivery.training.models import Session
from waymark.delivery.training.states import BookingState, SessionState
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority
from waymark.foundation.tasks.clocks import period


def remind_everywhere(now: datetime | None = None) -> int:
    """Of sessions that begin within the days that the authority has set. How many bookings were looked at."""
    moment = now or clock.now()
    held = Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True)
    return sum(remind(authority_id, moment) for authority_id in held)


def remind(authority_id: int, now: datetime) -> int:
    with acting(Actor.job("training", authority_id)):
        days = period(worklist.REMIND, on=clock.uk_date(now), authority_id=authority_id).number
        soon = Session.objects.filter(
            authority_id=authority_id,
            state=SessionState.PLANNED,
            starts_at__gt=now,
            starts_at__lte=now + timedelta(days=days),
        )
        coming = [
            (booking, session)
            for session in soon
            for booking in queries.standing(session)
            if booking.state == BookingState.CONFIRMED
        ]
        for booking, session in coming:
            messages.tell(messages.REMINDER, booking, session, now)
    return len(coming)
