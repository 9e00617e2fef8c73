"""Links that need no account: signed, so that nobody can make one up; each opens one thing and names nobody."""

from __future__ import annotations

from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.http import Http404
from django.urls import reverse

from .models import Booking, Session

PLACE, WORDS, CERTIFICATE = "training.place", "training.words", "training.certificate"
ROOM = "training.room"


def token(kind: str, authority_id: int, key: UUID) -> str:
    """What the address carries: which authority, which record, our signature for this kind of page."""
    return Signer(salt=kind).sign(f"{authority_id}.{key.hex}")


def to_place(booking: Booking) -> str:
    """The page of one booking, for whoever holds the link."""
    return reverse("training:place", args=[token(PLACE, booking.authority_id, booking.place_key)])


def to_room(session: Session) -> str:
    """The page where people in the room say that they are there."""
    return reverse("training:here", args=[token(ROOM, session.authority_id, session.pk)])


def read(kind: str, typed: str) -> tuple[int, UUID]:
    """The authority and the record of a token. Http404 for one that is not ours, or of another kind."""
    try:
        authority, _dot, key = Signer(salt=kind).unsign(typed).partition(".")
        return int(authority), UUID(hex=key)
    except (BadSignature, ValueError) as forged:
        raise Http404 from forged
