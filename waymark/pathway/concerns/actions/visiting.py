"""Links for professionals without an account: sent by the outbox, spent once."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from waymark.foundation import outbox
from waymark.foundation.access.actions.visitors import had_many, issue_link, use_link
from waymark.foundation.access.models import Visitor
from waymark.foundation.kernel import clock


def send_link(*, email: str, authority_id: int, language: str, at: datetime | None = None) -> None:
    """Posts a link, unless the address had many within the hour. Nothing tells the asker which."""
    moment = at or clock.now()
    if had_many(email, authority_id, moment):
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
