"""The link by which somebody without an account comes in: sent by the outbox, spent once."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from waymark.delivery.training import messages
from waymark.foundation import outbox
from waymark.foundation.access.actions.visitors import had_many, issue_link
from waymark.foundation.kernel import clock


def send_link(*, email: str, authority_id: int, language: str, at: datetime | None = None) -> None:
    """Posts a link, unless the address had many within the hour. Nothing tells the asker which."""
    moment = at or clock.now()
    if had_many(email, authority_id, moment):
        return
    visitor, token = issue_link(email, authority_id, language, moment)
    outbox.post(
        messages.LINK,
        to=visitor,
        key=f"{messages.LINK}:{visitor.pk}:{moment.timestamp()}",
        authority_id=authority_id,
        link=reverse("training:visitor-link", args=[token]),
        language=language,
        at=moment,
    )
