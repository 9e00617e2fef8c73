"""Asking for training, and answering: plain words, as schools and clubs read them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.actions.asking import Wish
from waymark.delivery.training.actions.booking import Where
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

from .planning import where_of


class Link(Form):
    """Where the link goes. `authorities` (pairs) are asked only where there is more than one."""

    def __init__(self, *args: Any, authorities: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = fields.Email(
            label=_("Your work email address"), hint=_("We send a link to it. It shows us that it is yours."),
            required=_("Enter your work email address"),
        )  # fmt: skip
        if len(authorities) > 1:
            self.fields["authority"] = fields.Choice(
                label=_("Which council do you work in?"),
                choices=authorities,
                required=_("Choose the council you work in"),
            )


class Ask(Form):
    """`places` is empty where it is known for whom whoever asks works."""

    def __init__(self, *args: Any, places: list, audiences: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if places:
            self.fields["where"] = fields.Pick(
                label=_("Which school or group is it for?"), choices=places, required=fields.UNMARKED,
                hint=_("Type the name. If it is not there, write it in the next box."),
            )  # fmt: skip
            self.fields["elsewhere"] = fields.Line(
                label=_("If it is not in the list: its name"), required=fields.UNMARKED
            )
        self.fields["audience"] = fields.Pick(
            label=_("Who will come?"), choices=audiences, required=False, typing=False
        )
        self.fields["number"] = fields.Whole(
            label=_("About how many people?"),
            least=1,
            most=5000,
            required=_("Enter about how many people will come"),
        )
        self.fields["wished"] = fields.Line(
            label=_("When would suit you?"),
            hint=_("For example, a Tuesday after school"),
            max_length=300,
            required=False,
            no_child=True,
        )
        self.fields["words"] = fields.Words(
            label=_("What should it be about?"), hint=_("Do not name any child or any other person."),
            required=False, max_length=2000, rows=4, no_child=True,
        )  # fmt: skip
        self.fields["name"] = fields.Line(
            label=_("Your name"), required=_("Enter your name"), autocomplete="name"
        )
        self.fields["phone"] = fields.Telephone(label=_("Your work phone number"), required=False)

    def wish(self, where: Where) -> Wish:
        """Only of a form that is valid. `where`: what is known already."""
        said = self.cleaned_data
        kind, key = where_of(said.get("where", ""))
        chosen = Where(key if kind == "i" else None, key if kind == "o" else None) if key else where
        return Wish(
            number=said["number"], name=said["name"], where=chosen, elsewhere=said.get("elsewhere", ""),
            audience_id=UUID(said["audience"]) if said["audience"] else None,
            wished=said["wished"], words=said["words"], phone=said["phone"] or "",
        )  # fmt: skip


class Decline(Form):
    because = fields.Line(
        label=_("Why can it not be done?"), hint=_("Whoever asked reads this."), max_length=500,
        required=_("Say why it cannot be done"),
    )  # fmt: skip
