"""What the pages of lists ask."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form


class Add(Form):
    label = fields.Line(
        label=_("What is the entry called?"), hint=_("A service or a reason; never a person."), max_length=100,
        required=_("Enter what it is called"),
    )  # fmt: skip
    label_cy = fields.Line(
        label=_("What is it called in Welsh?"),
        hint=_("Welsh pages show this. If you leave it empty, they show the English words."),
        max_length=100, required=False,
    )  # fmt: skip
    from_on = fields.Day(label=_("From which day is it offered?"), required=_("Enter the first day"))
    reason = fields.Line(
        label=_("Why is it added, and who decided that?"), max_length=300, required=_("Say why it is added")
    )

    def __init__(self, *args: Any, about: Any = "", **kwargs: Any) -> None:
        """`about`: what this list wants to be known by whoever adds to it."""
        super().__init__(*args, **kwargs)
        if about:
            self.fields["label"].help_text = f"{self.fields['label'].help_text} {about}"


class End(Form):
    until_on = fields.Day(
        label=_("What is the last day on which it is offered?"), required=_("Enter the last day")
    )
    reason = fields.Line(
        label=_("Why does it end, and who decided that?"), max_length=300, required=_("Say why it ends")
    )
