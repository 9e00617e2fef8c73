from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.home.models import ReviewLine

DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")


class LookInto(Form):
    """Why somebody needs to see what an account looked at."""

    reason = fields.Words(
        label=_("Why do you need to see this?"),
        hint=_(
            "Your reason is kept with your name. For example: a complaint of 3 March says that a record was opened."
        ),
        required=_("Say why you need to see this"),
        max_length=1000,
        rows=4,
    )


class AnswerLook(Form):
    """What a line of the weekly list was."""

    answer = fields.Choice(
        label=_("What do you say of it?"),
        choices=ReviewLine.Answered.choices,
        hints={ReviewLine.Answered.ASK: _("The line stays open until you know more.")},
        required=_("Choose an answer"),
    )
    note = fields.Words(
        label=_("How do you know?"),
        hint=_("Whom you asked and what they said. Do not write about the person whose record it is."),
        required=_("Say how you know"),
        max_length=2000,
        rows=4,
    )


class HomeAreaForm(Form):
    """The first half of the postcode where somebody lives."""

    district = fields.Line(
        label=_("First half of the postcode where they live"),
        hint=_("For example, WM4. Enter it only when the person has told you."),
        required=_("Enter the first half of the postcode"),
        max_length=8,
        classes="govuk-input--width-5",
    )

    def clean_district(self) -> str:
        text = "".join(self.cleaned_data["district"].upper().split())
        if not DISTRICT.fullmatch(text):
            raise ValidationError(_("Enter the first half of a postcode, like WM4"), code="invalid")
        return text
