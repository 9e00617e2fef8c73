"""How many staff a place has."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.actions.booking import Where
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock

from .planning import where_of


class Count(Form):
    """`places` and `roles` are pairs of key and text."""

    def __init__(self, *args: Any, places: list, roles: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["where"] = fields.Pick(
            label=_("Where do they work?"), choices=places, required=_("Choose where they work")
        )
        self.fields["role"] = fields.Pick(
            label=_("As what?"), hint=_("Leave empty for all who work there."), choices=roles, required=False,
            typing=False,
        )  # fmt: skip
        self.fields["number"] = fields.Whole(
            label=_("How many staff are there?"), most=200_000, required=_("Enter how many staff there are")
        )
        self.fields["counted_on"] = fields.Day(
            label=_("On which day were they counted?"), future=False, initial=clock.today
        )
        self.fields["source"] = fields.Line(
            label=_("Where does this number come from?"), hint=_("For example, the school workforce census."),
            required=_("Say where this number comes from"),
        )  # fmt: skip

    def said(self) -> dict[str, Any]:
        """What the action needs to know. Only of a form that is valid."""
        kind, key = where_of(self.cleaned_data["where"])
        role = self.cleaned_data["role"]
        return {
            "where": Where(key if kind == "i" else None, key if kind == "o" else None),
            "role_id": UUID(role) if role else None,
            **{name: self.cleaned_data[name] for name in ("number", "counted_on", "source")},
        }
