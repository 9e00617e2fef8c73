"""Fields of answers to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import drawing

from .asking import Asked

NOT_OFFERED = _("Choose one of the answers shown")


class Offered(Asked):
    """An answer from `choices` (pairs of value and text; groups are not drawn). `hints`: value → hint."""

    component = "radios"
    mark = "checked"
    missing = _("Choose an answer")
    widget: Any = forms.RadioSelect

    def __init__(self, *, choices: Any = (), hints: Mapping[Any, Any] | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.hints = {str(value): hint for value, hint in (hints or {}).items()}
        self.choices = choices

    def __deepcopy__(self, memo: Any) -> Any:
        copied = super().__deepcopy__(memo)
        copied._choices = list(self._choices) if not callable(self._choices) else self._choices
        return copied

    @property
    def choices(self) -> list[tuple[str, Any]]:
        held = self._choices() if callable(self._choices) else self._choices
        return [(str(value), text) for value, text in held]

    @choices.setter
    def choices(self, choices: Any) -> None:
        self._choices = choices if callable(choices) else list(choices)

    def to_python(self, value: Any) -> Any:
        text = "" if value is None else str(value)
        if text and text not in dict(self.choices):
            raise ValidationError(NOT_OFFERED, code="invalid_choice")
        return text

    def items(self, bound: BoundField) -> list[dict[str, Any]]:
        """The component’s items, those that were chosen marked."""
        held = bound.value()
        chosen = {str(one) for one in held} if isinstance(held, (list, tuple, set)) else {_text(held)}
        items = []
        for value, text in self.choices:
            item: dict[str, Any] = {"value": value, "text": text, self.mark: value in chosen}
            if value in self.hints:
                item["hint"] = {"text": self.hints[value]}
            items.append(item)
        return items

    def params(self, bound: BoundField) -> dict[str, Any]:
        return drawing.as_fieldset(drawing.outline(bound)) | {
            "items": self.items(bound),
            "classes": self.classes,
        }


def _text(value: Any) -> str:
    return "" if value is None else str(value)


class Choice(Offered):
    """One answer from a small list: radios. `divided=True` puts “or” before the last."""

    def __init__(self, *, divided: bool = False, **options: Any) -> None:
        self.divided = divided
        super().__init__(**options)

    def items(self, bound: BoundField) -> list[dict[str, Any]]:
        items = [item for item in super().items(bound) if item["value"] != ""]
        if self.divided and len(items) > 1:
            items.insert(-1, {"divider": _("or")})
        return items


class YesNo(Choice):
    """Yes or no, as a bool; None when it may be left out and was."""

    missing = _("Choose yes or no")

    def __init__(self, **options: Any) -> None:
        options.setdefault("classes", "govuk-radios--inline")
        super().__init__(choices=(("yes", _("Yes")), ("no", _("No"))), **options)

    def to_python(self, value: Any) -> bool | None:
        if isinstance(value, bool):
            return value
        return {"yes": True, "no": False}.get(super().to_python(value))

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value)


class Choices(Offered):
    """Any number of answers, as a list of values: checkboxes. `alone` is a value that excludes all others."""

    component = "checkboxes"
    missing = _("Choose at least one answer")
    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, alone: str = "", **options: Any) -> None:
        self.alone = alone
        super().__init__(**options)

    def to_python(self, value: Any) -> list[str]:
        values: Iterable[Any] = value if isinstance(value, (list, tuple, set)) else [value] if value else []
        chosen = list(dict.fromkeys(str(one) for one in values))
        offered = dict(self.choices)
        if any(one not in offered for one in chosen):
            raise ValidationError(NOT_OFFERED, code="invalid_choice")
        if self.alone and self.alone in chosen and len(chosen) > 1:
            words = {"alone": offered[self.alone]}
            raise ValidationError(
                _("Choose other answers or “%(alone)s”, not both"), code="alone", params=words
            )
        return chosen

    def items(self, bound: BoundField) -> list[dict[str, Any]]:
        items = super().items(bound)
        for place, item in enumerate(items):
            if self.alone and item["value"] == self.alone:
                item["behaviour"] = "exclusive"
                items.insert(place, {"divider": _("or")})
                break
        return items


class Pick(Offered):
    """One answer from a long list: a select, with a box to type in where script runs."""

    component = "select"
    mark = "selected"
    missing = _("Choose from the list")
    widget = forms.Select

    def __init__(self, *, typing: bool = True, **options: Any) -> None:
        self.typing = typing
        super().__init__(**options)

    def params(self, bound: BoundField) -> dict[str, Any]:
        items = self.items(bound)
        if not items or items[0]["value"] != "":
            items.insert(0, {"value": "", "text": ""})
        params = drawing.outline(bound) | {"items": items, "classes": self.classes}
        if self.typing:
            params["attributes"] = {"data-module": "waymark-pick"}
        return params
