"""What is asked about a contact."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.directory.models import Contact
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form


class Details(Form):
    role = fields.Choice(
        label=_("What do they answer for?"),
        required=_("Choose what they answer for"),
        choices=Contact.Role.choices,
    )
    name = fields.Line(label=_("Name"), required=_("Enter their name"))
    email = fields.Email(label=_("Work email address"), required=fields.UNMARKED)
    phone = fields.Telephone(label=_("Work telephone number"), required=fields.UNMARKED)
    from_on = fields.Day(label=_("Since when?"), required=False, future=False)


class End(Form):
    until_on = fields.Day(label=_("What was their last day in this role?"))
