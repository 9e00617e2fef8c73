"""What this part says by e-mail: that there is something to do or to read, and where. Never about whom."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.outbox import Template

TEMPLATES = (
    Template(
        "referrals.document-harmful",
        _("A harmful document was added to {reference}"),
        _(
            "The virus checker found that a document of {reference} is harmful. Nobody can open it. "
            "Ask whoever added it for a clean copy.\n\nSign in to see it:\n{link}\n\n{council}"
        ),
    ),
    Template(
        "referrals.new",
        _("Something new is waiting: {reference}"),
        _("Something new has come in: {reference}.\n\nSign in to read it:\n{link}\n\n{council}"),
    ),
    Template(
        "referrals.answered",
        _("An answer has come in: {reference}"),
        _(
            "An organisation that you asked has answered. It is about {reference}.\n\n"
            "Sign in to read it:\n{link}\n\n{council}"
        ),
    ),
    Template(
        "referrals.handover-answered",
        _("Your handover was answered: {reference}"),
        _("Whoever you offered {reference} to has answered.\n\nSign in to read it:\n{link}\n\n{council}"),
    ),
    Template(
        "referrals.information-added",
        _("Information was added to {reference}"),
        _("Somebody added information to {reference}.\n\nSign in to read it:\n{link}\n\n{council}"),
    ),
)


def declare_messages() -> None:
    """Called in AppConfig.ready."""
    outbox.declare(*TEMPLATES)
