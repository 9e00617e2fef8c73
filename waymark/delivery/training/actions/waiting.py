"""The waiting list: a place that is free goes to whoever waits longest, or is offered to them until a deadline."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

import structlog
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import kept, messages, policies, queries
from waymark.delivery.training.models import Booking, KeptPlaces, Session, WaitingRule
from waymark.delivery.training.states import BOOKINGS, BookingState, SessionState
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority

from .granting import planned_by

log = structlog.get_logger(__name__)


@deed("training.set-waiting")
def set_rule(
    *, by: Actor, at: datetime, authority_id: int, hours: int | None, from_on: date, because: str
) -> WaitingRule:
    """From a day on a free place is offered for so many hours; none: given at once. Standing offers keep their end."""
    policies.plans(by, authority_id).require()
    if not because:
        raise Incomplete(_("Say why this is right."), field="because")
    if queries.waiting_rules(authority_id).filter(from_on=from_on).exists():
        raise Refusal(_("Another rule begins on this day already. Choose another day."), field="from_on")
    return WaitingRule.objects.create(
        **planned_by(authority_id), hours=hours, from_on=from_on, because=because, recorded_by_id=by.user_id
    )


def fill(session: Session, at: datetime, new: Collection[UUID] = ()) -> dict[UUID, Booking]:
    """Waiting bookings get what is free, in the order in which they asked. A group too large for what is left keeps its
    place in the line and is passed over, so that no place stays empty. Those who hold a place now, by key.

    `new`: keys of those who asked just now, and so need not be asked whether they still want to come. The session is
    locked by the caller, who acts with the system’s grant.
    """
    hours = queries.hours_to_answer(session.authority_id, clock.uk_date(at))
    held = {one.pk: one for one in release_due(session, at)}
    filled: dict[UUID, Booking] = {}
    for booking in session.bookings.filter(state=BookingState.WAITING).select_for_update(of=("self",)):
        mine = held.get(booking.kept_id) if booking.kept_id else None
        if booking.number > kept.room(session, held.values(), mine):
            continue
        if hours is None or booking.pk in new:
            BOOKINGS.move(booking, "confirm")
        else:
            BOOKINGS.move(booking, "offer")
            booking.offered_until = min(at + timedelta(hours=hours), session.starts_at)
        booking.save_next("state", "offered_until")
        count(session, booking, booking.number)
        if mine is not None:
            mine.taken += booking.number
        filled[booking.pk] = booking
        offered = booking.state == BookingState.OFFERED
        messages.tell(messages.OFFERED if offered else messages.PLACE, booking, session, at)
    return filled


def count(session: Session, booking: Booking, change: int) -> None:
    """So many places more (or fewer) are given: of the session, and of those that are kept for who booked."""
    session.taken += change
    session.save_next("taken")
    if booking.kept_id:
        places = lock(KeptPlaces(pk=booking.kept_id))
        places.taken += change
        places.save_next("taken")


def release_due(session: Session, at: datetime) -> list[KeptPlaces]:
    """Those whose day has come are places like others from now on. Answers those that are kept still."""
    still = []
    for places in session.kept.filter(released_at__isnull=True).select_for_update(of=("self",)):
        places.session = session
        if clock.uk_date(at) < places.until:
            still.append(places)
        else:
            let_go(places, at)
    return still


def let_go(places: KeptPlaces, at: datetime) -> None:
    places.released_at = at
    places.save_next("released_at")


@deed("training.take-place")
def take(*, by: Actor, at: datetime, booking: Booking) -> Booking:
    """By whoever holds the link to the booking. Done already is no fault."""
    session = lock(booking.session)
    booking = lock(booking)
    if booking.state == BookingState.CONFIRMED:
        return booking
    policies.take_place(booking, session, at).require()
    BOOKINGS.move(booking, "take")
    booking.taken_up_at = at
    booking.save_next("state", "taken_up_at")
    messages.tell(messages.PLACE, booking, session, at)
    return booking


@deed("training.lapse-offer")
def lapse(*, by: Actor, at: datetime, booking: Booking) -> Booking:
    """The offer has run out: whoever waits next is asked. Done already, or answered in time, is no fault."""
    session = lock(booking.session)
    booking = lock(booking)
    over = booking.offered_until is not None and booking.offered_until <= at
    if booking.state != BookingState.OFFERED or not over or session.has_begun(at):
        return booking
    BOOKINGS.move(booking, "lapse")
    booking.save_next("state")
    count(session, booking, -booking.number)
    messages.tell(messages.EXPIRED, booking, session, at)
    fill(session, at)
    return booking


def everywhere(now: datetime | None = None) -> int:
    """Every offer that has run out, every day that has come, one authority at a time. How many."""
    moment = now or clock.now()
    held = Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True)
    return sum(lapse_in(authority_id, moment) + open_in(authority_id, moment) for authority_id in held)


def lapse_in(authority_id: int, now: datetime) -> int:
    """Of sessions to come. Whoever is offered a place by this run has the whole time, however late the run."""
    with acting(Actor.job("training", authority_id)) as by:
        ran_out = Booking.objects.filter(
            authority_id=authority_id, state=BookingState.OFFERED, offered_until__lte=now,
            session__state=SessionState.PLANNED, session__starts_at__gt=now,
        )  # fmt: skip
        found = list(ran_out.select_related("session").order_by("offered_until", "id"))
        return sum(_lapsed(by, booking, now) for booking in found)


@deed("training.open-places")
def open_due(*, by: Actor, at: datetime, session: Session) -> Session:
    """The day has come for places that were kept: those who wait get them. Done already is no fault."""
    session = lock(session)
    fill(session, at)
    return session


def open_in(authority_id: int, now: datetime) -> int:
    """Every session to come with kept places whose day has come. How many sessions."""
    with acting(Actor.job("training", authority_id)) as by:
        held = KeptPlaces.objects.filter(
            authority_id=authority_id, released_at__isnull=True, session__state=SessionState.PLANNED,
            session__starts_at__gt=now,
        )  # fmt: skip
        due = {one.session for one in held.select_related("session") if one.until <= clock.uk_date(now)}
        for session in sorted(due, key=lambda one: (one.starts_at, one.pk)):
            open_due(by=by, session=session, at=now)
        return len(due)


def _lapsed(by: Actor, booking: Booking, now: datetime) -> bool:
    """One offer, whole or not at all. One that fails does not keep the others from it."""
    try:
        lapse(by=by, booking=booking, at=now)
    except Exception as problem:  # noqa: BLE001  (tried again at the next run)
        log.error("offer not ended", booking=str(booking.pk), problem=type(problem).__name__)
        return False
    return True
