"""Checking a certificate, and withdrawing one."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel.references import read_reference


class Check(Form):
    code = fields.Line(
        label=_("What is the code on the certificate?"), hint=_("For example, K-7K2M9-QXD4C"), max_length=30,
        required=_("Enter the code"),
    )  # fmt: skip
    name = fields.Line(
        label=_("What is the name on the certificate?"), required=False,
        hint=_("We do not tell you the name: we say whether yours is right."),
    )  # fmt: skip

    def clean_code(self) -> str:
        code = read_reference(self.cleaned_data["code"])
        if code is None:
            raise ValidationError(_("Check the code: it has a letter, and ten letters and numbers after it"))
        return code


class Withdraw(Form):
    because = fields.Line(
        label=_("Why is it withdrawn?"), hint=_("Do not name anybody."), max_length=500,
        required=_("Say why it is withdrawn"),
    )  # fmt: skip
