"""For whom somebody vouches, and how they know that it is them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Seen
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form


class Vouch(Form):
    email = fields.Email(
        label=_("Their work email address"),
        hint=_("The link goes to this address once a second person has confirmed."),
        required=_("Enter their work email address"),
    )
    seen = fields.Choice(
        label=_("How do you know that it is them?"),
        hint=_("A telephone call, an email or a message is not enough: voices and accounts are copied."),
        required=_("Choose how you know that it is them"),
        choices=tuple(Seen.choices),
    )
    words = fields.Words(
        label=_("Where and when did you see them, and what did they lose?"),
        hint=_("A whole sentence. It is kept for six years, and whoever confirms reads it."),
        required=_("Say where and when you saw them, and what they lost"),
        max_length=1000,
        rows=4,
    )


class Confirm(Form):
    sure = fields.Choice(
        label=_("Have you asked whoever vouched, or the person, yourself?"),
        hint=_("Speak to them. An email that asks you to confirm may come from somebody else."),
        required=_("Say whether you have asked them yourself"),
        choices=(("yes", _("Yes, I spoke to them myself")),),
    )
