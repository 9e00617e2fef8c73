"""What is asked of whoever finds such an item, and of the second person. Nothing here asks what the item said."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

from .models import Ground


class Begin(Form):
    reference = fields.Line(
        label=_("Reference of the person, referral, Channel case or request for advice"),
        hint=_("For example, R-7K2M9-QXD4C."),
        required=_("Enter a reference"), classes="govuk-input--width-20",
    )  # fmt: skip


class Choose(Form):
    items = fields.Choices(
        label=_("What has to go?"),
        hint=_("The answers of a form go as one. Whatever the panel was sent to read is made again without it."),
        choices=[], required=_("Choose what has to go"),
    )  # fmt: skip
    ground = fields.Choice(
        label=_("Why must it not be here?"), choices=Ground.choices, required=_("Choose why it must not be here"),
    )  # fmt: skip
    why = fields.Words(
        label=_("How did it come here, and who was told?"),
        hint=_("Write nothing of what the item says. Tell whoever owns the material how it was handled."),
        max_length=1000, required=_("Say how it came here"),
    )  # fmt: skip

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["items"].choices = choices  # type: ignore[attr-defined]


class Agree(Form):
    """A button only: what is agreed to stands on the page."""


class Refuse(Form):
    because = fields.Words(
        label=_("Why does it stay?"), hint=_("Write nothing of what the item says."), max_length=1000,
        required=_("Say why it stays"),
    )  # fmt: skip
