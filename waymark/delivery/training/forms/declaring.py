"""A certificate from elsewhere, and the answer to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.actions.declaring import Paper
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

from .planning import where_of


class Declare(Form):
    """`places` (pairs of value and text) is empty where the place is known already."""

    def __init__(self, *args: Any, places: list, roles: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if places:
            self.fields["where"] = fields.Pick(
                label=_("Where do they work?"), choices=places, required=_("Choose where they work")
            )
        self.fields["name"] = fields.Line(
            label=_("Whose certificate is it?"), max_length=200, required=_("Enter the name")
        )
        self.fields["email"] = fields.Email(label=_("Their work email address"), required=False)
        self.fields["role"] = fields.Pick(
            label=_("As what do they work?"), choices=roles, required=_("Choose as what they work"), typing=False,
            hint=_("When training is due again depends on it."),
        )  # fmt: skip
        self.fields["course"] = fields.Line(
            label=_("Which course was it?"), max_length=120, required=_("Enter which course it was")
        )
        self.fields["provider"] = fields.Line(
            label=_("Who gave the course?"),
            hint=_("For example, GOV.UK or a training company"),
            max_length=120,
            required=_("Enter who gave the course"),
        )
        self.fields["held_on"] = fields.Day(
            label=_("Which day stands on the certificate?"),
            future=False,
            required=_("Enter the day that stands on the certificate"),
        )

    def said(self, where: Where | None) -> dict[str, Any]:
        """What the action needs to know; `where`: what is known already. Only of a form that is valid."""
        said = self.cleaned_data
        kind, key = where_of(said.get("where", ""))
        return {
            "where": where or Where(key if kind == "i" else None, key if kind == "o" else None),
            "person": Named(said["name"], said["email"] or "", UUID(said["role"])),
            "paper": Paper(said["course"], said["provider"], said["held_on"]),
        }


class Confirm(Form):
    """`courses`: pairs of value and text; `same`: that of the same name, if there is one."""

    def __init__(self, *args: Any, courses: list[tuple[str, str]], same: str, **kwargs: Any) -> None:
        super().__init__(*args, initial={"counts_as": same}, **kwargs)
        self.fields["counts_as"] = fields.Pick(
            label=_("As which course of ours does it count?"), required=False, choices=courses, typing=False,
            hint=_("When they need that course again is counted from the day on the certificate. Leave it empty if it "
                   "is none of our courses: it then counts where any training does."),
        )  # fmt: skip


class Refuse(Form):
    because = fields.Line(
        label=_("Why does it not count?"), hint=_("Whoever declared it reads this."), max_length=500,
        required=_("Say why it does not count"),
    )  # fmt: skip
