"""Items of an agenda, what is read of them, who comes for one, who has an interest."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.pathway.panel.models import Capacity, Nature, Purpose, Sector

Offered = list[tuple[str, str]]


class Put(Form):
    """`referable`: is there any kind of record that can be put on an agenda?"""

    purpose = fields.Choice(
        label=_("Why is it on the agenda?"),
        required=_("Choose why it is on the agenda"),
        choices=Purpose.choices,
    )
    reference = fields.Line(
        label=_("Reference of the record"),
        hint=_("Leave empty for the panel’s own business."),
        max_length=20,
        classes="govuk-input--width-20",
        required=fields.UNMARKED,
    )
    about = fields.Line(
        label=_("What is it about?"),
        hint=_("Do not name a person. You may leave it empty when you give a reference."),
        required=fields.UNMARKED,
    )

    def __init__(self, *args: Any, referable: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not referable:
            self.fields["purpose"].choices = Purpose.choices[:1]  # type: ignore[attr-defined]
            del self.fields["reference"]


class AddPaper(Form):
    title = fields.Line(
        label=_("What is it called?"), hint=_("Do not name a person."), max_length=120,
        required=_("Enter what it is called"),
    )  # fmt: skip
    words = fields.Words(
        label=_("What do the members read?"),
        hint=_("Only what they need to decide. Nothing from or about an intelligence service."),
        max_length=50000,
        rows=14,
        required=_("Enter what the members read"),
    )
    sectors = fields.Choices(
        label=_("Who sees it?"),
        hint=_("Choose the agencies. Leave empty for everybody who comes."),
        choices=Sector.choices,
        required=fields.UNMARKED,
    )


class Invite(Form):
    who = fields.Pick(label=_("Who comes for this item?"), required=_("Choose who comes"), choices=[])
    capacity = fields.Choice(label=_("How do they take part?"), choices=Capacity.choices)
    until_on = fields.Day(label=_("Until which day can they read it?"), past=False)

    def __init__(self, *args: Any, people: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = people  # type: ignore[attr-defined]


class Interest(Form):
    nature = fields.Choice(
        label=_("What is your interest?"), required=_("Choose what your interest is"), choices=Nature.choices
    )


class Minutes(Form):
    """`agencies`: key and name of each that came. Left empty is a nil return: they came, and shared nothing."""

    def __init__(self, *args: Any, agencies: dict[int, str], again: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, name in agencies.items():
            self.fields[f"shared_{key}"] = fields.Words(
                label=gettext("What did %(agency)s share?") % {"agency": name},
                hint=gettext("Leave empty if they shared nothing about this item."),
                required=fields.UNMARKED,
                rows=3,
            )
        self.fields["risk"] = fields.Words(
            label=_("What was weighed?"),
            required=_("Write what was weighed"),
            hint=_("Risks to the person and to others, what protects the person, what would help."),
        )
        self.fields["actions"] = fields.Words(
            label=_("What is to be done, by whom, until when?"), required=False, rows=3
        )
        if again:
            self.fields["because"] = fields.Words(
                label=_("Why are the minutes written anew?"),
                required=_("Write why the minutes are written anew"),
                rows=2,
            )

    def said(self) -> dict[str, Any]:
        """As the action takes it."""
        given = dict(self.cleaned_data)
        names = [name for name in given if name.startswith("shared_")]
        return {"shared": {int(name.removeprefix("shared_")): given.pop(name) for name in names}} | given
