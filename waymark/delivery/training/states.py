"""The life of a session, and of a booking: the legal moves, written once."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.transitions import Move, StateTable

from .permissions import Permission


class SessionState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


SESSION_WORDS = {
    SessionState.PLANNED: _("Planned"),
    SessionState.HELD: _("Held"),
    SessionState.CANCELLED: _("Cancelled"),
}
SESSIONS = StateTable(
    "training.session",
    SessionState,
    SessionState.PLANNED,
    (
        Move("hold", SessionState.PLANNED, SessionState.HELD, Permission.TEACH, _("Take attendance")),
        Move(
            "cancel", SessionState.PLANNED, SessionState.CANCELLED, Permission.PLAN, _("Cancel the session"),
            evidence=("cancelled_because",), message="training.cancelled",
        ),
    ),
    frozenset({SessionState.HELD, SessionState.CANCELLED}),
)  # fmt: skip


class RequestState(StrEnum):
    ASKED = "asked"
    PLANNED = "planned"
    DECLINED = "declined"


REQUEST_WORDS = {
    RequestState.ASKED: _("Waits for an answer"),
    RequestState.PLANNED: _("A session is planned"),
    RequestState.DECLINED: _("Declined"),
}
REQUESTS = StateTable(
    "training.request",
    RequestState,
    RequestState.ASKED,
    (
        Move(
            "plan", RequestState.ASKED, RequestState.PLANNED, Permission.PLAN, _("Plan the session"),
            evidence=("session",), message="training.request-planned",
        ),
        Move(
            "decline", RequestState.ASKED, RequestState.DECLINED, Permission.PLAN, _("Decline this request"),
            evidence=("declined_because",), message="training.request-declined",
        ),
    ),
    frozenset({RequestState.PLANNED, RequestState.DECLINED}),
)  # fmt: skip


class DeclaredState(StrEnum):
    DECLARED = "declared"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


DECLARED_WORDS = {
    DeclaredState.DECLARED: _("Self-declared, waits for an answer"),
    DeclaredState.CONFIRMED: _("Self-declared, confirmed"),
    DeclaredState.REFUSED: _("Self-declared, refused"),
}
DECLARATIONS = StateTable(
    "training.declared",
    DeclaredState,
    DeclaredState.DECLARED,
    (
        Move(
            "confirm", DeclaredState.DECLARED, DeclaredState.CONFIRMED, Permission.PLAN, _("Confirm this certificate"),
            message="training.certificate-confirmed",
        ),
        Move(
            "refuse", DeclaredState.DECLARED, DeclaredState.REFUSED, Permission.PLAN, _("Refuse this certificate"),
            evidence=("refused_because",), message="training.certificate-refused",
        ),
    ),
    frozenset({DeclaredState.CONFIRMED, DeclaredState.REFUSED}),
)  # fmt: skip


class BookingState(StrEnum):
    WAITING = "waiting"
    OFFERED = "offered"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


# Those that hold a place: an offer keeps it free until it runs out.
HOLDING = (BookingState.OFFERED, BookingState.CONFIRMED)
OVER = (BookingState.CANCELLED, BookingState.EXPIRED)


BOOKING_WORDS = {
    BookingState.WAITING: _("On the waiting list"),
    BookingState.OFFERED: _("Was offered a place"),
    BookingState.CONFIRMED: _("Has a place"),
    BookingState.CANCELLED: _("Cancelled"),
    BookingState.EXPIRED: _("The offer ran out"),
}
BOOKINGS = StateTable(
    "training.booking",
    BookingState,
    BookingState.WAITING,
    (
        Move("confirm", BookingState.WAITING, BookingState.CONFIRMED, Permission.BOOK, message="training.place"),
        Move(
            "offer", BookingState.WAITING, BookingState.OFFERED, Permission.BOOK,
            evidence=("offered_until",), message="training.offered",
        ),
        Move(
            "take", BookingState.OFFERED, BookingState.CONFIRMED, Permission.BOOK, _("Take the place"),
            evidence=("taken_up_at",), message="training.place",
        ),
        Move("lapse", BookingState.OFFERED, BookingState.EXPIRED, Permission.BOOK, message="training.expired"),
        Move("cancel", BookingState.WAITING, BookingState.CANCELLED, Permission.BOOK, _("Cancel the booking")),
        Move("cancel", BookingState.OFFERED, BookingState.CANCELLED, Permission.BOOK, _("Cancel the booking")),
        Move("cancel", BookingState.CONFIRMED, BookingState.CANCELLED, Permission.BOOK, _("Cancel the booking")),
    ),
    frozenset(OVER),
)  # fmt: skip
