"""What whoever comes to a meeting accepts before they read what is talked about. A new text gets a new version."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

VERSION = "2026-11"
WORDS = (
    _(
        "What I read and hear at this meeting I use only to help and protect the person it is about, and others."
    ),
    _(
        "I tell nobody who does not need it for that, and I share nothing further without asking whoever gave it."
    ),
    _("I keep no copy, and I make no recording."),
    _("If I know a person on the agenda, or have another interest in the matter, I say so before I read on."),
    _("Material from or about an intelligence service is never entered here."),
)
