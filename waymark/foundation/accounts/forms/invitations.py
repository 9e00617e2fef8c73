"""Inviting, and accepting an invitation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts.forms.fields import NewPassword
from waymark.foundation.accounts.models import Language
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form


class Accept(Form):
    """What a new account needs."""

    full_name = fields.Line(
        label=_("Full name"), max_length=200, autocomplete="name", required=_("Enter your full name")
    )
    known_as = fields.Line(
        label=_("Name colleagues call you"),
        max_length=100,
        autocomplete="nickname",
        required=False,
    )
    password = NewPassword(label=_("Choose a password"))


class Invite(Form):
    """Whom to invite. Shown by the administrator’s page, which stands above this floor."""

    email = fields.Email(
        label=_("Work email address"),
        hint=_("They will get a link that works once, for 72 hours."),
        required=_("Enter the person’s work email address"),
    )
    language = fields.Choice(
        label=_("Language of the email"), choices=Language.choices, initial=Language.ENGLISH
    )
