"""A file, and which of its columns is which field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.fields.asking import Asked
from waymark.foundation.interface.forms import Form
from waymark.foundation.vault.inspecting import MOST_BYTES
from waymark.foundation.vault.taking import WORDS

from .kinds import EVERY, UNSAID, Field, unchosen

MANY = 20


class ListField(Asked, forms.FileField):
    component = "file-upload"

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.FileInput, **options)

    def extra(self, bound: BoundField) -> dict[str, Any]:
        return {}

    def clean(self, data: Any, initial: Any = None) -> Any:
        found = super().clean(data, initial)
        if found.size > MOST_BYTES:
            raise ValidationError(WORDS["too-long"], code="too-long")
        return found


class Upload(Form):
    list = ListField(
        label=_("List"),
        hint=_(
            "A CSV, Excel (xlsx) or OpenDocument (ods) file, smaller than 20 MB. Its first row has headings."
        ),
        required=_("Choose a file"),
        error_messages={"empty": WORDS["empty"]},
    )


class Match(Form):
    """One question for each field: which column has it? Examples stand beside the headings.

    A field with `every` is followed by that question, for a list that has no such column.
    """

    def __init__(
        self, *args: Any, asked: Sequence[Field], columns: Sequence[tuple[str, str]], guessed: Mapping[str, int],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        for one in asked:
            self.fields[one.code] = fields.Pick(
                label=one.label,
                hint=one.hint,
                required=unchosen(one) if one.required else False,
                choices=list(columns),
                # A few stand in a list to choose from; many are found by typing.
                typing=len(columns) > MANY,
                initial=str(guessed[one.code]) if one.code in guessed else "",
            )
            if one.every:
                self.fields[EVERY + one.code] = fields.YesNo(
                    label=one.every, hint=_("Only if no column says it."), required=fields.UNMARKED
                )
        self.asked = asked

    def clean(self) -> dict[str, Any]:
        for one in self.asked:
            said = self.cleaned_data.get(EVERY + one.code)
            if one.every and not self.cleaned_data.get(one.code) and not said:
                self.add_error(EVERY + one.code, UNSAID)
        return self.cleaned_data

    @property
    def matching(self) -> dict[str, int | str]:
        chosen = {one.code: self.cleaned_data[one.code] for one in self.asked}
        said = {one.code: one.yes for one in self.asked if self.cleaned_data.get(EVERY + one.code)}
        return {**said, **{code: int(place) for code, place in chosen.items() if place != ""}}
