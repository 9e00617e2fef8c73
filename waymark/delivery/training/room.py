"""The code of a session for those in the room: made from its key and our secret, and stored nowhere."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.places.models import Authority

from . import links
from .models import Booking, Session
from .states import OVER, SessionState

# The code works from so long before the session begins until so long after it ends.
AROUND = timedelta(minutes=30)
# It takes so many times as many people as there are places.
TIMES = 2
# No letter or number that is easily taken for another.
LETTERS, LENGTH = "ACDEFGHJKMNPQRTUVWXY34679", 6


def job(authority_id: int) -> Actor:
    return Actor.job("training-room", authority_id)


def link(session: Session) -> str:
    """The address of the page where people say that they are there."""
    return links.to_room(session)


def code(session: Session) -> str:
    """Six letters or numbers, for those whose phone reads no picture."""
    left = int.from_bytes(salted_hmac("training.room", str(session.pk), algorithm="sha256").digest(), "big")
    found = ""
    while len(found) < LENGTH:
        left, place = divmod(left, len(LETTERS))
        found += LETTERS[place]
    return found


def is_open(session: Session, at: datetime) -> bool:
    now = session.starts_at - AROUND <= at <= session.ends_at + AROUND
    return now and session.state != SessionState.CANCELLED


def find(typed: str, at: datetime) -> Session | None:
    """The session whose code it is, among those that go on now. One query for each authority."""
    for authority_id in Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True):
        with acting(job(authority_id)):
            going_on = Session.objects.filter(
                authority_id=authority_id, starts_at__lte=at + AROUND, ends_at__gte=at - AROUND
            )
            for session in going_on.exclude(state=SessionState.CANCELLED):
                if code(session) == typed:
                    return session
    return None


def booked_as(session: Session, typed: str) -> Booking | None:
    """The one booking of that name or work email address. None for nobody, and where two have the same name."""
    plain = " ".join(typed.split()).casefold()
    standing = (
        session.bookings.filter(trainee__isnull=False).exclude(state__in=OVER).select_related("trainee")
    )
    found = [
        one
        for one in standing
        if one.trainee
        and plain in (one.trainee.email.casefold(), " ".join(one.trainee.name.split()).casefold())
    ]
    return found[0] if len(found) == 1 else None
