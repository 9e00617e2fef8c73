"""Places are booked and given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import kept, messages, policies
from waymark.delivery.training.before import have
from waymark.delivery.training.models import Booking, Course, Session, Trainee
from waymark.delivery.training.states import BOOKINGS, HOLDING, OVER
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed

from . import waiting
from .granting import own, planned_by

TOO_MANY = _("There are fewer places than that in the whole session. Ask for training of your own instead.")
ANOTHER_NAME = _("We know this email address under another name. Check it, or leave it empty.")
SAY_THAT_YOU_KNOW = _(
    "“%(course)s” comes before this course. Ask those you name whether they have been to it, and tick that you know."
)
NOT_BEEN = _(
    "“%(course)s” comes before this course. As far as we know, these people have not been to it: %(names)s. Tick that "
    "you know, or leave them out."
)
TWICE = _("This person has a place already, or waits for one.")


@dataclass(frozen=True)
class Where:
    """Where those who come work: keys of an institution or an organisation, or neither."""

    institution_id: int | None = None
    organisation_id: int | None = None

    def fields(self) -> dict[str, int | None]:
        return {"institution_id": self.institution_id, "organisation_id": self.organisation_id}


@dataclass(frozen=True)
class Named:
    """Somebody who comes. `field` is where the form asked, for refusals."""

    name: str
    email: str = ""
    role_id: UUID | None = None
    needs: str = ""
    field: str = "name"


@deed("training.book")
def book(
    *,
    by: Actor,
    at: datetime,
    session: Session,
    where: Where,
    named: Sequence[Named] = (),
    number: int = 0,
    role_id: UUID | None = None,
    needs: str = "",
    knows: bool = False,
) -> tuple[Session, list[Booking]]:
    """Places for named people, and for `number` people without names. Those for whom there is no room wait.

    `knows`: whoever books knows who of them has not been to what comes before the course, and books all the same.
    """
    policies.book(by, session, at).require()
    if not named and not number:
        raise Incomplete(_("Enter who comes, or how many people."), field="number")
    if number + len(named) > session.capacity:
        raise Refusal(TOO_MANY, field="number" if number else "name")
    with lent(session.authority_id):
        if not knows:
            require_before(by, session, where, named)
        session = lock(session)
        mine = kept.matching(waiting.release_due(session, at), where.institution_id, where.organisation_id)
        made = [
            _one(by, at, session, where, kept=mine, trainee=trainee_of(session, where, one, own(by)), **_said(one))
            for one in named
        ]  # fmt: skip
        if number:
            made.append(_one(by, at, session, where, kept=mine, number=number, role_id=role_id, needs=needs))
        filled = waiting.fill(session, at, new={booking.pk for booking in made})
        for booking in made:
            if booking.pk not in filled:
                messages.tell(messages.WAITING, booking, session, at)
    return session, [filled.get(booking.pk, booking) for booking in made]


@deed("training.cancel-booking")
def cancel(*, by: Actor, at: datetime, booking: Booking, version: int) -> Booking:
    """By whoever booked or plans. Whoever waits longest gets the place."""
    policies.cancel_booking(by, booking, at).require()
    with lent(booking.authority_id):
        return _end(booking, at, version)


@deed("training.give-up-place")
def give_up(*, by: Actor, at: datetime, booking: Booking) -> Booking:
    """By whoever holds the link to the booking. Done already is no fault."""
    if booking.state in OVER:
        return booking
    if booking.session.has_begun(at):
        raise Refusal(policies.HAS_BEGUN)
    return _end(booking, at, None)


def _end(booking: Booking, at: datetime, version: int | None) -> Booking:
    session = lock(booking.session)
    booking = lock(booking, version)
    had_place = booking.state in HOLDING
    BOOKINGS.move(booking, "cancel")
    booking.cancelled_at = at
    booking.save_next("state", "cancelled_at")
    messages.tell(messages.GIVEN_UP, booking, session, at)
    if had_place:
        waiting.count(session, booking, -booking.number)
        waiting.fill(session, at)
    return booking


def _said(one: Named) -> dict[str, object]:
    return {"role_id": one.role_id, "needs": one.needs}


def _one(by: Actor, at: datetime, session: Session, where: Where, **said: object) -> Booking:
    return Booking.objects.create(
        **planned_by(session.authority_id, *own(by)),
        **where.fields(),
        reference=new_reference(Letter.BOOKING),
        session=session,
        asked_at=at,
        booked_by_id=by.user_id,
        visitor_id=by.visitor_id,
        **said,
    )


def trainee_of(session: Session, where: Where, one: Named, seen_by: Sequence[str]) -> Trainee:
    """The person of that address (or, without one, of that name there), with what was said last.

    `seen_by`: the grants of whoever booked.
    """
    if not one.name:
        raise Incomplete(_("Enter the name."), field=one.field)
    found = known(session.authority_id, where, one)
    if found is not None and found.name.casefold() != one.name.casefold():
        raise Refusal(ANOTHER_NAME, field=one.field)
    if found is None:
        return Trainee.objects.create(
            **planned_by(session.authority_id, *seen_by),
            **where.fields(),
            name=one.name,
            email=one.email.lower(),
            role_id=one.role_id,
            last_on=session.on,
        )
    if session.bookings.filter(trainee=found).exclude(state__in=OVER).exists():
        raise Refusal(TWICE, field=one.field)
    return _as_said(found, session, where, one, seen_by)


def require_before(by: Actor, session: Session, where: Where, named: Sequence[Named]) -> None:
    """Incomplete where somebody named has not been to what comes before the course, or that is not to be told.

    Whoever has no account is told nothing of who came to what: they always say that they know.
    """
    course = session.taught.course
    if course.needs_id is None or not named:
        return
    before = Course.objects.get(pk=course.needs_id)
    if by.kind != "user":
        raise Incomplete(SAY_THAT_YOU_KNOW % {"course": before.name}, field="knows")
    held = [known(session.authority_id, where, one) for one in named]
    there = have(before, [one.pk for one in held if one], session.on)
    late = [
        one.name for one, person in zip(named, held, strict=True) if person is None or person.pk not in there
    ]
    if late:
        raise Incomplete(NOT_BEEN % {"course": before.name, "names": ", ".join(late)}, field="knows")


def known(authority_id: int, where: Where, one: Named) -> Trainee | None:
    """Whoever has that address in the authority; without one, that name at that place."""
    held = Trainee.objects.filter(authority_id=authority_id)
    if one.email:
        return held.filter(email__iexact=one.email).first()
    return held.filter(email="", name__iexact=one.name, **where.fields()).first()


def _as_said(found: Trainee, session: Session, where: Where, one: Named, seen_by: Sequence[str]) -> Trainee:
    found.institution_id, found.organisation_id = where.institution_id, where.organisation_id
    found.role_id, found.left_on = one.role_id or found.role_id, None
    found.last_on = max(found.last_on, session.on)
    found.grants = list(dict.fromkeys([*found.grants, *seen_by]))
    found.save_next("institution", "organisation", "role", "left_on", "last_on", "grants")
    return found
