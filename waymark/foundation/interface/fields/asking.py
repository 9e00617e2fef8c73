"""What every typed field shares: how it is asked, and the words when it is not answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import drawing

ANSWER = _("Answer this question")
# May be left out, and the label does not say so: another answer decides, one of several is enough, or it is a search.
UNMARKED = ""


class Asked(forms.Field):
    """A field of a page. See the package for `label`, `hint`, `required`, `heading`.

    `autocomplete` is the purpose of the input in HTML’s words. `classes` are GOV.UK width classes.
    """

    component = "input"
    missing: Any = ANSWER

    def __init__(
        self,
        *,
        label: Any,
        hint: Any = "",
        required: Any = True,
        heading: bool = False,
        autocomplete: str = "",
        classes: str = "",
        **options: Any,
    ) -> None:
        sentence = required if required and required is not True else self.missing
        messages = {"required": sentence, **options.pop("error_messages", {})}
        super().__init__(
            label=label,
            help_text=hint,
            required=bool(required),
            error_messages=messages,
            label_suffix="",
            **options,
        )
        self.optional = required is False
        self.heading = heading
        self.autocomplete = autocomplete
        self.classes = classes

    def params(self, bound: BoundField) -> dict[str, Any]:
        """The component’s parameters for this field as it stands on a form."""
        return drawing.outline(bound) | self.extra(bound)

    def extra(self, bound: BoundField) -> dict[str, Any]:
        params: dict[str, Any] = {"value": drawing.typed(bound)}
        if self.autocomplete:
            params["autocomplete"] = self.autocomplete
        if self.classes:
            params["classes"] = self.classes
        return params

    def fail(self, code: str, **words: Any) -> ValidationError:
        """The error of this field with that code, its words filled in."""
        return ValidationError(self.error_messages[code], code=code, params=words)
