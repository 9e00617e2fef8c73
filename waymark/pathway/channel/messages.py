"""What Channel says by e-mail: that something was corrected, and where to read it. Never about whom."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.outbox import Template

TEMPLATES = (
    Template(
        "channel.attendance-corrected",
        _("Who came to a meeting was corrected: {reference}"),
        _(
            "Who came to the meeting {reference} was corrected after something had been decided there. "
            "What was decided stays; the reason stands beside it.\n\nSign in to read it:\n{link}\n\n{council}"
        ),
    ),
)
