"""What is said to an institution by email: that it is asked something, with a link. Never what, and no name."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.links import token
from waymark.foundation import outbox
from waymark.foundation.outbox import Template

from .models import Issue

ISSUE = "engagement.issue"
OF_ISSUE = Template(
    ISSUE,
    _("We ask for your reply: {reference}"),
    _(
        "Somebody raised a matter with us that concerns your organisation. Read it and reply here:\n{link}\n\n{council}"
    ),
)


def declare_messages() -> None:
    """Called in AppConfig.ready."""
    outbox.declare(OF_ISSUE)


def ask(issue: Issue, address: str, at: datetime) -> None:
    outbox.post(
        ISSUE,
        to=address,
        key=f"{ISSUE}:{issue.pk}",
        link=reverse("engagement:reply", args=[token(ISSUE, issue.authority_id, issue.pk)]),
        authority_id=issue.authority_id,
        reference=issue.reference,
        at=at,
    )
