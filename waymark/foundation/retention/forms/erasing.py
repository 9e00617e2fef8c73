"""The second person agrees, or says why not."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form


class Agree(Form):
    """A button only: what is agreed to stands on the page."""


class Refuse(Form):
    reason = fields.Line(
        label=_("Why are these records not to be erased?"),
        hint=_("Do not name anybody."),
        required=_("Say why these records are not to be erased"),
        max_length=500,
    )
