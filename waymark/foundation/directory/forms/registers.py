from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface.fields.asking import Asked
from waymark.foundation.interface.forms import Form


class File(Asked, forms.FileField):
    """A file from the person’s machine."""

    component = "file-upload"

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.FileInput, **options)

    def extra(self, bound: BoundField) -> dict[str, Any]:
        return {}


class Upload(Form):
    register = File(
        label=_("Register as downloaded"),
        hint=_("A CSV file, or the zip it came in, from Get Information about Schools."),
        required=_("Choose the file of the register"),
        max_length=200,
        error_messages={"empty": _("The file is empty"), "max_length": _("The name of the file is too long")},
    )
