"""For whom places are kept, how many, until when."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

FIELDS = {"p": "phase", "k": "kind", "i": "institution_id", "o": "organisation_id"}


class Keep(Form):
    """`whom`: pairs of value and text. `p:…` is a phase, `k:…` a kind of organisation, `i:…` and `o:…` are places."""

    def __init__(self, *args: Any, whom: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whom"] = fields.Pick(
            label=_("For whom are places kept?"), choices=whom, required=_("Choose for whom"),
            hint=_("A phase (such as nursery), a kind of organisation, or one place."),
        )  # fmt: skip
        self.fields["number"] = fields.Whole(
            label=_("How many places?"), least=1, most=2000, required=_("Enter how many places are kept")
        )
        self.fields["days_before"] = fields.Whole(
            label=_("Until how many days before the session?"),
            hint=_("From then on everybody can book them. 0 keeps them until the day itself."),
            least=0, most=365, initial=14,
        )  # fmt: skip

    def said(self) -> dict[str, Any]:
        """What the action needs to know. Only of a form that is valid."""
        kind, _colon, value = self.cleaned_data["whom"].partition(":")
        whom = {FIELDS[kind]: int(value) if kind in "io" else value}
        return {
            **whom,
            "number": self.cleaned_data["number"],
            "days_before": self.cleaned_data["days_before"],
        }
