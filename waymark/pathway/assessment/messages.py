"""What this part says by e-mail: that there is something to read, and where. Never about whom."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.outbox import Template

TEMPLATES = (
    Template(
        "assessment.heard",
        _("A new referral you can read: {reference}"),
        _(
            "Something new was sent to the council and to you: {reference}. The council works on it first.\n\n"
            "Sign in to read it:\n{link}\n\n{council}"
        ),
    ),
    Template(
        "assessment.referred-by-council",
        _("The council referred {reference} to the panel"),
        _(
            "The council has signed a referral to the panel that you were assessing: {reference}.\n\n"
            "Sign in to read it:\n{link}\n\n{council}"
        ),
    ),
)


def declare_messages() -> None:
    """Called in AppConfig.ready."""
    outbox.declare(*TEMPLATES)
