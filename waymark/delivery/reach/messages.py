"""What is said by e-mail to a place that training has not reached. It names nobody."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.outbox import Template

INVITE = "reach.invite"


def declare_messages() -> None:
    """Called in AppConfig.ready."""
    outbox.declare(
        Template(
            INVITE,
            _("Free Prevent training for your staff"),
            _(
                "We have no record that people who work with you came to our Prevent training lately. It is free, "
                "and we come to you. Ask for training, or book places:\n{link}\n\n{council}"
            ),
        )
    )
