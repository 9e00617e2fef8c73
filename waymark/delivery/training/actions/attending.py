"""Who came: taken on one page, corrected on the same page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import policies
from waymark.delivery.training.models import Attendance, Booking, Came, Session, Trainee
from waymark.delivery.training.states import OVER, SESSIONS, SessionState
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed

from . import signing_in
from .granting import planned_by

NOT_BOOKED = _("Only those who had a place, or waited for one, can be marked here.")


@dataclass(frozen=True)
class OfBooking:
    """What came of one booking: `number` of its people (0: nobody), or whether the named person came."""

    booking_id: UUID
    came: str
    number: int = 1


@dataclass(frozen=True)
class Others:
    """People who came and had not booked: a number, of one institution or organisation (keys), in one role."""

    number: int
    institution_id: int | None = None
    organisation_id: int | None = None
    role_id: UUID | None = None


@deed("training.take-attendance")
def take(
    *,
    by: Actor,
    at: datetime,
    session: Session,
    version: int,
    of_bookings: Collection[OfBooking] = (),
    others: Collection[Others] | None = None,
) -> Session:
    """The session was held. Bookings left out stay as they are; `others`, if given, take the place of those before."""
    session = lock(session, version)
    policies.take_attendance(by, session, at).require()
    bookings = {one.pk: one for one in session.bookings.exclude(state__in=OVER)}
    held = {one.booking_id: one for one in session.attendances.filter(booking__isnull=False)}
    for said in of_bookings:
        booking = bookings.get(said.booking_id)
        if booking is None:
            raise Refusal(NOT_BOOKED, field=f"booking_{said.booking_id}")
        _mark(by, at, session, booking, said, held.get(booking.pk))
    if others is not None:
        _replace_others(by, at, session, others)
    if session.state == SessionState.PLANNED:
        SESSIONS.move(session, "hold")
    session.save_next("state")
    signing_in.settle(session, at)
    return session


def _mark(
    by: Actor, at: datetime, session: Session, booking: Booking, said: OfBooking, held: Attendance | None
) -> None:
    """A booking of a number of whom nobody came is a no-show of that number."""
    if said.number > booking.number * 10 or said.number < 0:
        raise Refusal(_("Check this number: it is far from what was booked."), field=f"booking_{booking.pk}")
    nobody = booking.trainee_id is None and said.number == 0
    came = Came.NO_SHOW if nobody else said.came
    number = 1 if booking.trainee_id else booking.number if nobody else said.number
    if held is None:
        Attendance.objects.create(
            **_taught(by, at, session),
            booking=booking,
            trainee_id=booking.trainee_id,
            number=number,
            role_id=booking.role_id,
            institution_id=booking.institution_id,
            organisation_id=booking.organisation_id,
            came=came,
        )
    elif (held.came, held.number) != (came, number):
        held.came, held.number, held.marked_at, held.marked_by_id = came, number, at, by.user_id
        held.save_next("came", "number", "marked_at", "marked_by")
    if booking.trainee_id and came != Came.NO_SHOW:
        Trainee.objects.filter(pk=booking.trainee_id, last_on__lt=session.on).update(last_on=session.on)


def _replace_others(by: Actor, at: datetime, session: Session, others: Collection[Others]) -> None:
    """Rows are corrected in place; one too many was a mistake, and goes."""
    walked_in = session.attendances.filter(booking__isnull=True, trainee__isnull=True)
    before = list(walked_in.order_by("recorded_at", "id"))
    for place, said in enumerate(others):
        if said.number < 1:
            raise Refusal(_("Enter how many came, as a number of 1 or more."), field=f"others_{place + 1}")
        values = {
            "number": said.number, "institution_id": said.institution_id, "organisation_id": said.organisation_id,
            "role_id": said.role_id, "came": Came.CAME,
        }  # fmt: skip
        if place >= len(before):
            Attendance.objects.create(**_taught(by, at, session), **values)
            continue
        _correct(by, at, before[place], values)
    if before[len(others) :]:
        with lent(session.authority_id):
            walked_in.filter(pk__in=[row.pk for row in before[len(others) :]]).delete()


def _correct(by: Actor, at: datetime, row: Attendance, values: Mapping[str, object]) -> None:
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if not changed:
        return
    for name in changed:
        setattr(row, name, values[name])
    row.marked_at, row.marked_by_id = at, by.user_id
    row.save_next(*(name.removesuffix("_id") for name in changed), "marked_at", "marked_by")


def _taught(by: Actor, at: datetime, session: Session) -> dict[str, object]:
    return {
        **planned_by(session.authority_id),
        "session": session,
        "taught_id": session.taught_id,
        "held_on": session.on,
        "marked_by_id": by.user_id,
        "marked_at": at,
    }
