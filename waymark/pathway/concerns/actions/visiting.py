"""Links for professionals without an account: sent by the outbox, spent once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse

from waymark.foundation import outbox
from waymark.foundation.access.actions.visitors import issue_link, use_link
from waymark.foundation.access.models import Visitor, VisitorLink
from waymark.foundation.kernel import clock

# More than this in an hour is somebody filling another’s mailbox.
MOST_IN_AN_HOUR = 5


def send_link(*, email: str, authority_id: int, language: str, at: datetime | None = None) -> None:
    """Posts a link, unless the address had many within the hour. Nothing tells the asker which."""
    moment = at or clock.now()
    lately = VisitorLink.objects.filter(
        visitor__email=email.strip().lower(),
        visitor__authority_id=authority_id,
        made_at__gt=moment - timedelta(hours=1),
    )
    if lately.count() >= MOST_IN_AN_HOUR:
        return
    visitor, token = issue_link(email, authority_id, language, moment)
    outbox.post(
        "concerns.visitor-link",
        to=visitor,
        key=f"concerns.visitor-link:{visitor.pk}:{moment.timestamp()}",
        authority_id=authority_id,
        link=reverse("concerns:visitor-link", args=[token]),
        language=language,
        at=moment,
    )


def come_in(*, token: str, at: datetime | None = None) -> Visitor:
    """The visitor of a link, which is spent. Refusal when it is not good (any more)."""
    return use_link(token, at)
