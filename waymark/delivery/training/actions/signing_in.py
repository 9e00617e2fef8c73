"""People in the room say by its code that they are there. Nobody is told who else is, or who has booked."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import policies, room
from waymark.delivery.training.models import Session, SignIn
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority

from .granting import planned_by

FULL = _("More people have signed in than the code takes. Tell whoever teaches that you are here.")
# A name that nobody settled goes after this time.
FORGOTTEN = timedelta(days=14)


@deed("training.sign-in")
def sign_in(*, by: Actor, at: datetime, session: Session, typed: str = "") -> SignIn:
    """Under a name or address as it was booked, or under none. The same person twice is there once."""
    session = lock(session)
    policies.sign_in(session, at).require()
    typed = " ".join(typed.split())
    booking = room.booked_as(session, typed) if typed else None
    if typed:
        same = {"booking": booking} if booking else {"typed__iexact": typed}
        before = session.sign_ins.filter(**same).first()
        if before is not None:
            return before
    if session.sign_ins.count() >= session.capacity * room.TIMES:
        raise NotNow(FULL)
    return SignIn.objects.create(
        **planned_by(session.authority_id),
        session=session,
        booking=booking,
        typed="" if booking else typed,
        signed_at=at,
    )


def settle(session: Session, at: datetime) -> None:
    """A step of taking attendance: what people said by the code is confirmed or not, and names that were typed go."""
    session.sign_ins.filter(settled_at__isnull=True).update(settled_at=at, typed="", version=F("version") + 1)


def forget_everywhere(now: datetime | None = None) -> int:
    """Names that were typed, where nobody took attendance: after two weeks. How many."""
    moment = now or clock.now()
    held = Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True)
    return sum(_forget(authority_id, moment) for authority_id in held)


def _forget(authority_id: int, now: datetime) -> int:
    with acting(room.job(authority_id)):
        old = SignIn.objects.filter(authority_id=authority_id, signed_at__lte=now - FORGOTTEN)
        return old.exclude(typed="").update(typed="", settled_at=now, version=F("version") + 1)
