"""What is said by e-mail of a meeting: that there is one, and where to read of it. Never what it is about."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.accounts.models import User
from waymark.foundation.outbox import Template

from .models import Meeting

PLANNED, MOVED, CANCELLED = "meetings.planned", "meetings.moved", "meetings.cancelled"
TEMPLATES = (
    Template(
        PLANNED,
        _("You are asked to a meeting: {reference}"),
        _(
            "You are asked to a meeting: {reference}.\n\nSign in to see when and where it is, and to put it into your "
            "calendar:\n{link}\n\n{council}"
        ),
    ),
    Template(
        MOVED,
        _("A meeting has changed: {reference}"),
        _(
            "The time or the place of the meeting {reference} has changed.\n\nSign in to see it, and to put it into "
            "your calendar again:\n{link}\n\n{council}"
        ),
    ),
    Template(
        CANCELLED,
        _("A meeting is cancelled: {reference}"),
        _("The meeting {reference} will not take place.\n\nSign in to see why:\n{link}\n\n{council}"),
    ),
)


def declare_messages() -> None:
    """Called in AppConfig.ready."""
    outbox.declare(*TEMPLATES)


def tell(code: str, meeting: Meeting, people: Iterable[User], link: str) -> None:
    """One message to each, once for each time that the meeting changed."""
    for person in people:
        outbox.post(
            code,
            to=person,
            key=f"{code}:{meeting.pk}:{meeting.sequence}:{person.pk}",
            link=link,
            authority_id=meeting.authority_id,
            reference=meeting.reference,
        )
