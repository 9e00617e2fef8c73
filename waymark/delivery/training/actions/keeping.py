"""Places are kept for some until a day before the session, and become places like others on that day, or earlier."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import kept, policies
from waymark.delivery.training.models import KeptPlaces, Session
from waymark.delivery.training.states import HOLDING, OVER
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed

from . import waiting

TOO_MANY = _("There are not so many places free. Keep fewer.")
TWICE = _("Places are kept for them already.")
NOT_BEFORE = _("The session is sooner than that. Enter fewer days.")


@deed("training.keep-places")
def keep(
    *, by: Actor, at: datetime, session: Session, number: int, days_before: int, **whom: object
) -> KeptPlaces:
    """For one institution, organisation, phase or kind (`whom`, by the fields of the model). Those of them who have
    booked already are among the number."""
    session = lock(session)
    policies.change_session(by, session, at).require()
    made = KeptPlaces(
        authority_id=session.authority_id, grants=session.grants, session=session, number=number,
        days_before=days_before, **whom,
    )  # fmt: skip
    if made.until <= clock.uk_date(at):
        raise Refusal(NOT_BEFORE, field="days_before")
    if session.kept.filter(**whom).exists():
        raise Refusal(TWICE, field="whom")
    with lent(session.authority_id):
        standing = waiting.release_due(session, at)
        loose = session.bookings.filter(kept__isnull=True).exclude(state__in=OVER)
        theirs = [
            one
            for one in loose.select_related("institution", "organisation")
            if made.is_for(one.institution, one.organisation)
        ]
        made.taken = sum(one.number for one in theirs if one.state in HOLDING)
        if made.left > kept.room(session, standing):
            raise Refusal(TOO_MANY, field="number")
        made.save(force_insert=True)
        for booking in theirs:
            booking.kept = made
            booking.save_next("kept")
    return made


@deed("training.release-places")
def release(*, by: Actor, at: datetime, places: KeptPlaces, version: int) -> KeptPlaces:
    """Before their day: whoever waits is asked."""
    with lent(places.authority_id):
        session = lock(places.session)
        places = lock(places, version)
        places.session = session
        policies.release_places(by, places, at).require()
        waiting.let_go(places, at)
        waiting.fill(session, at)
    return places
