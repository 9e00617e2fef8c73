"""What this part says by e-mail: that there is something to do or to read, and where. Never about whom."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.outbox import Template

TEMPLATES = (
    Template(
        "concerns.visitor-link",
        _("Your link to {service_name}"),
        _(
            "Somebody asked for a link to raise a concern or to follow one, and gave this email address.\n\n"
            "Open the link and press the button:\n{link}\n\n"
            "It works once and for 72 hours. If you did not ask for it, do nothing.\n\n{council}"
        ),
    ),
    Template(
        "concerns.received",
        _("We have received what you sent: {reference}"),
        _(
            "We have received what you sent. Its reference is {reference}.\n\n"
            "To see what happens next, who to contact, and to add information:\n{link}\n\n{council}"
        ),
    ),
    Template(
        "concerns.draft-waiting",
        _("Something is waiting for your decision"),
        _("A colleague asks for your decision.\n\nSign in to read it:\n{link}\n\n{council}"),
    ),
    Template(
        "concerns.draft-returned",
        _("Your safeguarding lead has answered"),
        _("Your safeguarding lead has answered you.\n\nSign in to read the answer:\n{link}\n\n{council}"),
    ),
    Template(
        "concerns.progress",
        _("There is news about {reference}"),
        _("There is news about {reference}.\n\nRead it here:\n{link}\n\n{council}"),
    ),
    Template(
        "concerns.enquiry-new",
        _("Somebody asks for advice: {reference}"),
        _("A request for advice has come in: {reference}.\n\nSign in to read it:\n{link}\n\n{council}"),
    ),
    Template(
        "concerns.enquiry-answered",
        _("Your question was answered: {reference}"),
        _("Your request for advice {reference} has an answer.\n\nRead it here:\n{link}\n\n{council}"),
    ),
)


def declare_messages() -> None:
    """Called in AppConfig.ready."""
    outbox.declare(*TEMPLATES)
