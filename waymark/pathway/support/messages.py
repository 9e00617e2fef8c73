"""What support says by e-mail: that there is something to see, and where. Never about whom."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.outbox import Template

TEMPLATES = (
    Template(
        "support.asked",
        _("You are asked to take something on: {reference}"),
        _("You are asked to take something on: {reference}.\n\nSign in to read it:\n{link}\n\n{council}"),
    ),
    Template(
        "support.stopped",
        _("Please stop for now: {reference}"),
        _("{reference} has to stop for now. Sign in to see what that means:\n{link}\n\n{council}"),
    ),
    Template(
        "support.cancelled",
        _("No longer needed: {reference}"),
        _("{reference} is no longer needed. There is nothing more for you to do.\n\n{council}"),
    ),
)


def declare_messages() -> None:
    """Called in AppConfig.ready."""
    outbox.declare(*TEMPLATES)
