"""The fields of sign-in pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields

# Longer than anybody types, short enough that hashing it costs nothing extra.
LONGEST_PASSWORD = 200


def dress(field: forms.Field, label: Any, *, hint: Any = "", **attributes: Any) -> None:
    """Give a field of allauth our label and hint, and take its placeholder away."""
    field.label, field.help_text = label, hint
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


class Code(fields.Line):
    """A security code. Spaces are forgiven, as apps show codes in two halves."""

    missing = _("Enter a security code")

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Security code"))
        classes = "govuk-input--width-10 govuk-input--extra-letter-spacing"
        super().__init__(max_length=20, autocomplete="one-time-code", classes=classes, **options)

    def cleaned(self, text: str) -> str:
        """Return the code without spaces."""
        return "".join(super().cleaned(text).split())

    def extra(self, bound: BoundField) -> dict[str, Any]:
        """Ask phones for the keyboard with figures."""
        return super().extra(bound) | {"inputmode": "numeric", "spellcheck": False}


class NewPassword(forms.CharField):
    """A password to be set. Whether it is good enough is for the validators of the settings to say."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("New password"))
        options.setdefault("error_messages", {"required": _("Enter a password")})
        options.setdefault(
            "help_text",
            _("At least 15 characters. Three or more words that do not belong together work well."),
        )
        attributes = {"autocomplete": "new-password"}
        widget = forms.PasswordInput(attrs=attributes)
        super().__init__(max_length=LONGEST_PASSWORD, strip=False, widget=widget, **options)
