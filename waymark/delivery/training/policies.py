"""Who may do what in training, now. The person-rule stands first, the thing-rule after it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.foundation.kernel import clock

from . import room
from .models import Booking, Certificate, Councillor, Course, Declared, KeptPlaces, Session, TrainingRequest
from .permissions import Permission
from .states import OVER, BookingState, DeclaredState, RequestState, SessionState

NO_RIGHT = _("Your role does not allow this. Ask whoever plans training.")
IS_CANCELLED = _("This session is cancelled. Plan another one.")
HAS_BEGUN = _("This session has begun. It cannot be changed any more.")
NOT_YET = _("The session has not begun. Take attendance when it has.")
ANSWERED = _("This request is answered already.")
COURSE_OVER = _("This course is not taught any more.")
CODE_OVER = _("The code works only while the session goes on, and half an hour before and after.")
OFFER_OVER = _("This offer has run out, and the next person is asked. You can book again.")
NOT_OPEN = _("This session is not open to bookings. Ask for training instead.")


def _holds(actor: Actor, permission: Permission, authority_id: int, what: str) -> Decision:
    held = actor.may(permission) and actor.holds(f"authority:{authority_id}:{what}")
    return allow() if held else refuse(NO_RIGHT)


def plans(actor: Actor, authority_id: int) -> Decision:
    """Does the actor plan the training of that authority at all?"""
    return _holds(actor, Permission.PLAN, authority_id, "training-plan")


def change_course(actor: Actor, course: Course) -> Decision:
    held = plans(actor, course.authority_id)
    return refuse(COURSE_OVER) if held and course.ended_on is not None else held


def change_councillor(actor: Actor, councillor: Councillor) -> Decision:
    held = plans(actor, councillor.authority_id)
    gone = held and councillor.left_on is not None
    return refuse(_("They are not a councillor any more.")) if gone else held


def change_session(actor: Actor, session: Session, at: datetime | None = None) -> Decision:
    """Move or cancel it: until it begins."""
    held = plans(actor, session.authority_id)
    if held and session.state == SessionState.CANCELLED:
        return refuse(IS_CANCELLED)
    return refuse(HAS_BEGUN) if held and session.has_begun(at or clock.now()) else held


def teaches(actor: Actor, session: Session) -> Decision:
    """Teaches there, whenever it is: the sheet to sign is printed before."""
    return _holds(actor, Permission.TEACH, session.authority_id, "training")


def take_attendance(actor: Actor, session: Session, at: datetime | None = None) -> Decision:
    """From its beginning on, and again to correct it."""
    held = teaches(actor, session)
    if held and session.state == SessionState.CANCELLED:
        return refuse(IS_CANCELLED)
    return refuse(NOT_YET) if held and not session.has_begun(at or clock.now()) else held


def show_code(actor: Actor, session: Session) -> Decision:
    """The code for those in the room, by whoever teaches: until it does not work any more."""
    held = teaches(actor, session)
    if held and session.state == SessionState.CANCELLED:
        return refuse(IS_CANCELLED)
    return refuse(CODE_OVER) if held and session.ends_at + room.AROUND < clock.now() else held


def sign_in(session: Session, at: datetime) -> Decision:
    """By whoever has the code: while the session goes on, and a little before and after."""
    if session.state == SessionState.CANCELLED:
        return refuse(IS_CANCELLED)
    return allow() if room.is_open(session, at) else refuse(CODE_OVER)


def certify(actor: Actor, session: Session) -> Decision:
    """Make certificates: when it is known who came."""
    held = teaches(actor, session)
    return refuse(_("Say who came first.")) if held and session.state != SessionState.HELD else held


def withdraw_certificate(actor: Actor, certificate: Certificate) -> Decision:
    held = _holds(actor, Permission.TEACH, certificate.authority_id, "training")
    over = held and certificate.withdrawn_at is not None
    return refuse(_("This certificate is withdrawn already.")) if over else held


def book(actor: Actor, session: Session, at: datetime | None = None) -> Decision:
    """For anybody, by whoever plans; for people of their own, by whoever may book, if the session is open."""
    mine = bool(plans(actor, session.authority_id))
    if not mine and not actor.may_in(Permission.BOOK, session.authority_id):
        return refuse(NO_RIGHT)
    if session.state == SessionState.CANCELLED:
        return refuse(IS_CANCELLED)
    if session.has_begun(at or clock.now()):
        return refuse(HAS_BEGUN)
    # Whoever asked for a session carries its grant, and books for it though it is not open to others.
    return allow() if mine or session.is_open or actor.ledger_name in session.grants else refuse(NOT_OPEN)


def take_place(booking: Booking, session: Session, at: datetime) -> Decision:
    """Say yes to an offer: until it runs out. Whoever holds the link may."""
    if booking.state != BookingState.OFFERED or booking.offered_until is None:
        return refuse(_("There is no offer to say yes to."))
    if session.state == SessionState.CANCELLED:
        return refuse(IS_CANCELLED)
    if session.has_begun(at):
        return refuse(HAS_BEGUN)
    return allow() if at < booking.offered_until else refuse(OFFER_OVER)


def replaceable(booking: Booking, at: datetime) -> Decision:
    """A named person who has a place can be replaced, until the session begins."""
    if booking.trainee_id is None:
        return refuse(
            _("This booking is of a number of people. Nobody is named, and anybody of them can come.")
        )
    if booking.state != BookingState.CONFIRMED:
        return refuse(_("Only somebody who has a place can be replaced."))
    if booking.session.state == SessionState.CANCELLED:
        return refuse(IS_CANCELLED)
    return refuse(HAS_BEGUN) if booking.session.has_begun(at) else allow()


def replace(actor: Actor, booking: Booking, at: datetime | None = None) -> Decision:
    """By whoever plans, or whoever booked."""
    return replaceable(booking, at or clock.now()) if _booked(actor, booking) else refuse(NO_RIGHT)


def _booked(actor: Actor, booking: Booking) -> bool:
    own = actor.is_somebody and actor.id in (str(booking.booked_by_id), str(booking.visitor_id))
    return own or bool(plans(actor, booking.authority_id))


def release_places(actor: Actor, places: KeptPlaces, at: datetime | None = None) -> Decision:
    """Before their day: as long as the session can be changed."""
    held = change_session(actor, places.session, at)
    over = held and places.released_at is not None
    return refuse(_("These places are not kept any more.")) if over else held


def declare(actor: Actor, authority_id: int) -> Decision:
    """A certificate from elsewhere: by whoever plans, or books for people of their own."""
    return (
        allow()
        if actor.may_in(Permission.BOOK, authority_id) or plans(actor, authority_id)
        else refuse(NO_RIGHT)
    )


def answer_declared(actor: Actor, declared: Declared) -> Decision:
    """Confirm or refuse it: while nobody has, and not by whoever declared it."""
    held = plans(actor, declared.authority_id)
    if held and declared.state != DeclaredState.DECLARED:
        return refuse(_("This certificate is answered already."))
    own = actor.user_id is not None and actor.user_id == declared.declared_by_id
    return refuse(_("You declared it yourself. A colleague has to answer.")) if held and own else held


def _declares(actor: Actor, declared: Declared) -> bool:
    return actor.is_somebody and actor.id in (str(declared.declared_by_id), str(declared.visitor_id))


def read_paper(actor: Actor, declared: Declared) -> Decision:
    """The paper of a certificate: whoever declared it, and whoever plans."""
    return allow() if _declares(actor, declared) else plans(actor, declared.authority_id)


def add_paper(actor: Actor, declared: Declared) -> Decision:
    """While the certificate waits for its answer."""
    held = read_paper(actor, declared)
    over = held and declared.state != DeclaredState.DECLARED
    return refuse(_("This certificate is answered already.")) if over else held


def answer_request(actor: Actor, request: TrainingRequest) -> Decision:
    """Take it, plan it, decline it: while nobody has answered."""
    held = plans(actor, request.authority_id)
    return refuse(ANSWERED) if held and request.state != RequestState.ASKED else held


def take_request(actor: Actor, request: TrainingRequest) -> Decision:
    held = answer_request(actor, request)
    return refuse(_("You have taken this already.")) if held and request.owner_id == actor.user_id else held


def cancel_booking(actor: Actor, booking: Booking, at: datetime | None = None) -> Decision:
    """By whoever plans, or whoever booked."""
    if not _booked(actor, booking):
        return refuse(NO_RIGHT)
    if booking.state in OVER:
        return refuse(_("This booking is cancelled already."))
    return refuse(HAS_BEGUN) if booking.session.has_begun(at or clock.now()) else allow()
