"""What is said by e-mail of feedback: a question, and a link that needs no account. Never a name."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.models import Attendance
from waymark.foundation import outbox
from waymark.foundation.access.models import Visitor
from waymark.foundation.accounts.models import User
from waymark.foundation.outbox import Template

from . import links
from .models import Occasion, Round

NUDGE = "feedback.nudge"
TEMPLATES = (
    Template(
        f"feedback.{Occasion.AFTER}",
        _("What did you think of the training {reference}?"),
        _(
            "Thank you for coming. Please tell us what you think. We do not ask your name:\n{link}\n\n{council}"
        ),
    ),
    Template(
        f"feedback.{Occasion.LATER}",
        _("Has the training {reference} helped?"),
        _(
            "You came to our training some months ago. Has it helped? We do not ask your name:\n{link}\n\n{council}"
        ),
    ),
    Template(
        NUDGE,
        _("One more time: the training {reference}"),
        _("You can still tell us what you think. We do not write again about this:\n{link}\n\n{council}"),
    ),
)


def declare_messages() -> None:
    """Called in AppConfig.ready."""
    outbox.declare(*TEMPLATES)


def recipient(attendance: Attendance) -> User | Visitor | str | None:
    """The named person, if their address is known; else whoever booked the group. None where nobody is known."""
    if attendance.trainee is not None:
        return attendance.trainee.email or None
    booking = attendance.booking
    return (booking.booked_by or booking.visitor) if booking is not None else None


def tell(code: str, round_: Round, attendance: Attendance, at: datetime) -> bool:
    """One message about one attendance; False where there is no address. The same again is the same message."""
    to = recipient(attendance)
    if to is None:
        return False
    outbox.post(
        code,
        to=to,
        key=f"{code}:{round_.occasion}:{attendance.pk}",
        link=reverse(f"feedback:{round_.occasion}", args=[links.of_attendance(round_.occasion, attendance)]),
        authority_id=round_.authority_id,
        reference=round_.session.reference,
        at=at,
    )
    return True
