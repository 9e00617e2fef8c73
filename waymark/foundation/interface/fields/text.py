"""Fields of typed text. Control characters, NUL and marks that turn the reading direction are refused here."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.forms.boundfield import BoundField
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface.childs_name import looks_like_one
from waymark.foundation.kernel.text import clean_line, clean_words

from .asking import Asked

UNCLEAN = {
    "control": _(
        "This has characters that cannot be read, often left over from copying. Delete it and type it again"
    ),
    "bidi": _("This has hidden marks that change the direction of text. Delete it and type it again"),
}
TOO_LONG = ngettext_lazy(
    "“%(label)s” must be %(max)s characters or fewer. You have entered %(over)s character too many",
    "“%(label)s” must be %(max)s characters or fewer. You have entered %(over)s characters too many",
    "over",
)


A_CHILD = _(
    "“%(seen)s” looks as if it names a child. Leave out who it is. If you worry about a child, report a concern"
)


class Raw(forms.TextInput):
    """Gives back what was typed, to the letter, so that an error loses nothing."""


class Line(Asked):
    """One line of text, cleaned, up to `max_length` characters. `no_child`: not if it looks like a child’s name."""

    missing = _("Enter an answer")
    # May anything be written in it?
    is_free = True

    def __init__(self, *, max_length: int = 200, no_child: bool = False, **options: Any) -> None:
        self.max_length, self.no_child = max_length, no_child
        super().__init__(widget=options.pop("widget", Raw), **options)

    def to_python(self, value: Any) -> str:
        try:
            text = self.cleaned(str(value or ""))
        except ValueError as unclean:
            code = getattr(unclean, "code", "control")
            raise ValidationError(UNCLEAN[code], code=code) from unclean
        if len(text) > self.max_length:
            over = len(text) - self.max_length
            raise ValidationError(
                TOO_LONG,
                code="max_length",
                params={"label": self.label, "max": self.max_length, "over": over},
            )
        if self.no_child and (seen := looks_like_one(text)):
            raise ValidationError(A_CHILD, code="child", params={"seen": seen})
        return text

    def cleaned(self, text: str) -> str:
        return clean_line(text)


class Words(Line):
    """Several lines, with a count of the characters left."""

    component = "character-count"

    def __init__(self, *, max_length: int = 5000, rows: int = 6, **options: Any) -> None:
        self.rows = rows
        super().__init__(max_length=max_length, widget=forms.Textarea, **options)

    def cleaned(self, text: str) -> str:
        return clean_words(text)

    def extra(self, bound: BoundField) -> dict[str, Any]:
        left = ngettext_lazy("You have %(n)s character remaining", "You have %(n)s characters remaining", "n")
        over = ngettext_lazy("You have %(n)s character too many", "You have %(n)s characters too many", "n")
        forms_of = {"one": 1, "other": 2}
        return super().extra(bound) | {
            "rows": self.rows,
            "maxlength": self.max_length,
            "threshold": 50,
            "fallbackHintText": gettext("You can enter up to %(max)s characters") % {"max": self.max_length},
            "charactersUnderLimitText": {k: _counted(left, n) for k, n in forms_of.items()},
            "charactersOverLimitText": {k: _counted(over, n) for k, n in forms_of.items()},
            "charactersAtLimitText": gettext("You have 0 characters remaining"),
        }


def _counted(text: Any, n: int) -> str:
    """The sentence for that plural, with the place of the number as the script looks for it."""
    return str(text % {"n": n}).replace(str(n), "%{count}", 1)


class Email(Line):
    """An e-mail address."""

    missing = _("Enter an email address")
    is_free = False
    valid = EmailValidator()

    def __init__(self, **options: Any) -> None:
        options.setdefault("autocomplete", "email")
        super().__init__(max_length=254, **options)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if text:
            try:
                self.valid(text)
            except ValidationError as problem:
                wrong = _("Enter an email address in the correct format, like name@example.com")
                raise ValidationError(wrong, code="invalid") from problem
        return text

    def extra(self, bound: BoundField) -> dict[str, Any]:
        return super().extra(bound) | {"type": "email", "spellcheck": False}


class Telephone(Line):
    """A telephone number in any usual way of writing, kept as it was written."""

    missing = _("Enter a telephone number")
    is_free = False
    shape = re.compile(r"\+?[\d ().-]+(( ?ext\.? ?| ?x ?)\d{1,6})?", re.IGNORECASE | re.ASCII)

    def __init__(self, **options: Any) -> None:
        options.setdefault("autocomplete", "tel")
        options.setdefault("classes", "govuk-input--width-20")
        super().__init__(max_length=40, **options)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        digits = sum(char.isdigit() for char in text)
        if text and (not self.shape.fullmatch(text) or not 7 <= digits <= 21):
            wrong = _("Enter a telephone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192")
            raise ValidationError(wrong, code="invalid")
        return text

    def extra(self, bound: BoundField) -> dict[str, Any]:
        return super().extra(bound) | {"type": "tel"}


class Hidden(Line):
    """A value the page carries, such as a reference. Never trusted: cleaned like anything typed."""

    component = None  # type: ignore[assignment]
    is_free = False

    def __init__(self, *, required: Any = False, **options: Any) -> None:
        options.setdefault("label", "")
        super().__init__(required=required, widget=forms.HiddenInput, **options)


__all__ = ["Email", "Hidden", "Line", "Telephone", "Words"]
