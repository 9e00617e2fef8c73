"""Saying that one is there."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.room import LENGTH
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form


class Code(Form):
    code = fields.Line(
        label=_("What is the code?"), hint=_("Whoever teaches shows it. It has 6 letters or numbers."), max_length=20,
        required=_("Enter the code"),
    )  # fmt: skip

    def clean_code(self) -> str:
        code = "".join(self.cleaned_data["code"].split()).upper()
        if len(code) != LENGTH:
            raise ValidationError(_("Check the code: it has 6 letters or numbers"))
        return code


class Here(Form):
    typed = fields.Line(
        label=_("Your name, or your work email address"), required=False, max_length=254,
        hint=_("As it was booked. You get a certificate only with your name. Leave empty if you do not want to say."),
    )  # fmt: skip
