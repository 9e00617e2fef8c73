"""What is said by e-mail of a booking: that something changed, and a link that needs no account. Never a name."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.access.models import Visitor
from waymark.foundation.accounts.models import User
from waymark.foundation.outbox import Template

from . import links
from .models import Booking, Declared, Session, Substitution, TrainingRequest

PLACE, WAITING, MOVED = "training.place", "training.waiting", "training.moved"
CANCELLED, GIVEN_UP, REMINDER = "training.cancelled", "training.given-up", "training.reminder"
OFFERED, EXPIRED, REPLACED = "training.offered", "training.expired", "training.replaced"
CERTIFICATE, DUE, DUE_YOU = "training.certificate", "training.due", "training.due-you"
INDUCTION = "training.induction"
CONFIRMED, REFUSED = "training.certificate-confirmed", "training.certificate-refused"
LINK, ASKED = "training.link", "training.request-asked"
PLANNED, DECLINED = "training.request-planned", "training.request-declined"
SEE = _("See when and where it is, put it into a calendar, or give the place up:\n{link}\n\n{council}")
TEMPLATES = (
    (PLACE, _("You have a place: training {reference}"), _("There is a place for you at the training {reference}.")),
    (WAITING, _("You are on the waiting list: training {reference}"),
     _("The training {reference} is full. You are on the waiting list, and get an email when a place is free.")),
    (MOVED, _("The training {reference} has changed"),
     _("The time or the place of the training {reference} has changed.")),
    (CANCELLED, _("The training {reference} is cancelled"), _("The training {reference} will not take place.")),
    (GIVEN_UP, _("A place was given up: training {reference}"),
     _("The booking at the training {reference} is cancelled.")),
    (REMINDER, _("Soon: training {reference}"), _("The training {reference} is soon.")),
)  # fmt: skip

FOLLOW = _("See how it stands:\n{link}\n\n{council}")
OF_OFFERS = (
    (OFFERED, _("A place is free for you: training {reference}"),
     _("A place is free for you at the training {reference}. Say yes or no soon: the page says until when the offer "
       "stands. After that we ask the next person.")),
    (EXPIRED, _("The offer has run out: training {reference}"),
     _("The offer of a place at the training {reference} has run out. If you still want to come, book again.")),
)  # fmt: skip
OF_REQUESTS = (
    (ASKED, _("We have your request for training {reference}"),
     _("We have your request for training {reference}. Somebody of our team writes to you to agree a date.")),
    (PLANNED, _("A date for your training {reference}"), _("There is a session for your request {reference}.")),
    (DECLINED, _("Your request for training {reference}"), _("We have answered your request {reference}.")),
)  # fmt: skip
OF_DECLARED = (
    (CONFIRMED, _("A certificate from elsewhere is confirmed: {reference}"),
     _("The certificate from elsewhere that you declared ({reference}) is confirmed.")),
    (REFUSED, _("A certificate from elsewhere does not count: {reference}"),
     _("The certificate from elsewhere that you declared ({reference}) does not count. The page says why.")),
)  # fmt: skip
OF_LINK = Template(
    LINK,
    _("Your link to book training"),
    _(
        "Open this link to ask for training, or to book a place. It works once and for 72 hours:\n{link}\n\n{council}"
    ),
)


OF_CERTIFICATE = Template(
    CERTIFICATE,
    _("Your certificate: training {reference}"),
    _("Thank you for coming. Here is your certificate, as a PDF:\n{link}\n\n{council}"),
)


OF_REPLACED = Template(
    REPLACED,
    _("A colleague has your place: training {reference}"),
    _(
        "A colleague comes to the training {reference} instead of you. If that is wrong, tell whoever booked, or us. "
        "You can book another place:\n{link}\n\n{council}"
    ),
)


OF_DUE = Template(
    DUE,
    _("Training: some of your people are due again"),
    _(
        "Some of your people are due for training again. Book places, or ask us to come to you:\n{link}\n\n{council}"
    ),
)


OF_DUE_YOU = Template(
    DUE_YOU,
    _("Training: you are due"),
    _("Training that your work needs is due. Ask for it, or book a place:\n{link}\n\n{council}"),
)


OF_INDUCTION = Template(
    INDUCTION,
    _("Your induction as a councillor: Prevent"),
    _("Your induction on Prevent is due. Ask for it, or book a place:\n{link}\n\n{council}"),
)


def declare_messages() -> None:
    """Called in AppConfig.ready."""
    outbox.declare(OF_LINK, OF_CERTIFICATE, OF_REPLACED, OF_DUE, OF_DUE_YOU, OF_INDUCTION)
    for code, subject, words in (*OF_REQUESTS, *OF_OFFERS, *OF_DECLARED):
        outbox.declare(Template(code, subject, format_lazy("{}\n\n{}", words, FOLLOW)))
    for code, subject, words in TEMPLATES:
        outbox.declare(Template(code, subject, format_lazy("{}\n\n{}", words, SEE)))


def tell(code: str, booking: Booking, session: Session, at: datetime, change: str = "") -> None:
    """To the person who comes, if their address is known, and to whoever booked; once for each change of the session,
    or each `change` (a key)."""
    link = links.to_place(booking)
    trainee = booking.trainee.email if booking.trainee else ""
    booked = booking.booked_by or booking.visitor
    to: dict[str, User | Visitor | str] = {trainee.lower(): trainee} if trainee else {}
    if booked is not None:
        to[booked.email.lower()] = booked
    for address, who in sorted(to.items()):
        outbox.post(
            code,
            to=who,
            key=f"{code}:{change or booking.pk}:{session.sequence}:{sorted(to).index(address)}",
            link=link,
            authority_id=booking.authority_id,
            reference=session.reference,
            at=at,
        )


def tell_replaced(address: str, made: Substitution, session: Session, at: datetime) -> None:
    """To whoever had the place before."""
    outbox.post(
        REPLACED,
        to=address,
        key=f"{REPLACED}:{made.pk}",
        link=reverse("training:visitor"),
        authority_id=made.authority_id,
        reference=session.reference,
        at=at,
    )


def tell_asker(code: str, request: TrainingRequest, at: datetime) -> None:
    """To whoever asked for training."""
    asker = request.asked_by or request.visitor
    if asker is not None:
        outbox.post(
            code,
            to=asker,
            key=f"{code}:{request.pk}",
            link=reverse("training:asked", args=[request.reference]),
            authority_id=request.authority_id,
            reference=request.reference,
            at=at,
        )


def tell_declarer(code: str, declared: Declared, at: datetime) -> None:
    """To whoever declared a certificate, once it is answered."""
    declarer = declared.declared_by or declared.visitor
    if declarer is not None:
        outbox.post(
            code,
            to=declarer,
            key=f"{code}:{declared.pk}",
            link=reverse("training:mine-declared", args=[declared.reference]),
            authority_id=declared.authority_id,
            reference=declared.reference,
            at=at,
        )
