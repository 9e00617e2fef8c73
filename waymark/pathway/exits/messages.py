"""What this room says by e-mail: that a review is due or late, and where. Never about whom."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.outbox import Template

TEMPLATES = (
    Template(
        "exits.review-soon",
        _("A review is due within two weeks: {reference}"),
        _("A review of {reference} is due within two weeks.\n\nSign in to see it:\n{link}\n\n{council}"),
    ),
    Template(
        "exits.review-due",
        _("A review is due: {reference}"),
        _("A review of {reference} is due, and is not written down yet.\n\nSign in to see it:\n{link}\n\n{council}"),
    ),
    Template(
        "exits.review-late",
        _("A review is a week late: {reference}"),
        _("A review of {reference} is a week late, and you lead the work.\n\nSign in to see it:\n{link}\n\n{council}"),
    ),
    Template(
        "exits.review-very-late",
        _("A review is two weeks late: {reference}"),
        _(
            "A review of {reference} is two weeks late, and you chair the panel.\n\n"
            "Sign in to see it:\n{link}\n\n{council}"
        ),
    ),
)  # fmt: skip
