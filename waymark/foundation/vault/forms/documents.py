from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface.fields.asking import Asked
from waymark.foundation.interface.forms import Form
from waymark.foundation.vault.inspecting import MOST_BYTES
from waymark.foundation.vault.taking import WORDS, Taken, kind_of


class DocumentField(Asked, forms.FileField):
    """A document from the person’s machine: its ending and its length; the action looks into it."""

    component = "file-upload"

    def __init__(self, *, taken: Taken, **options: Any) -> None:
        self.taken = taken
        super().__init__(widget=forms.FileInput, hint=taken.hint, **options)

    def extra(self, bound: BoundField) -> dict[str, Any]:
        return {}

    def clean(self, data: Any, initial: Any = None) -> Any:
        found = super().clean(data, initial)
        if kind_of(found.name) not in self.taken.kinds:
            raise ValidationError(self.taken.wrong, code="ending")
        if found.size > MOST_BYTES:
            raise ValidationError(WORDS["too-long"], code="too-long")
        return found


class AddDocument(Form):
    def __init__(self, *args: Any, taken: Taken, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"] = DocumentField(
            taken=taken,
            label=_("Document"),
            required=_("Choose a document"),
            error_messages={"empty": WORDS["empty"]},
        )
