from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface.fields.asking import Asked
from waymark.foundation.interface.forms import Form
from waymark.foundation.vault.inspecting import MOST_BYTES
from waymark.foundation.vault.taking import WORDS, kind_of


class DocumentField(Asked, forms.FileField):
    """A document from the person’s machine: its ending and its length; the action looks into it."""

    component = "file-upload"

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.FileInput, **options)

    def extra(self, bound: BoundField) -> dict[str, Any]:
        return {}

    def clean(self, data: Any, initial: Any = None) -> Any:
        found = super().clean(data, initial)
        if not kind_of(found.name):
            raise ValidationError(WORDS["ending"], code="ending")
        if found.size > MOST_BYTES:
            raise ValidationError(WORDS["too-long"], code="too-long")
        return found


class AddDocument(Form):
    document = DocumentField(
        label=_("Document"),
        hint=_("A PDF, Word (docx), Excel (xlsx), JPG, PNG or text file, smaller than 20 MB."),
        required=_("Choose a document"),
        error_messages={"empty": WORDS["empty"]},
    )
