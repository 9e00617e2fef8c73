"""What is asked about a place: its note, a new organisation, its end."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.places.models import Organisation

OF_A_REGISTER = {Organisation.Kind.SCHOOL}


class WriteNote(Form):
    words = fields.Words(
        label=_("Note"),
        hint=_("About the place, for your team. Do not name anybody. A new register leaves it as it is."),
        max_length=5000,
        required=fields.UNMARKED,
    )


class AddOrganisation(Form):
    name = fields.Line(label=_("What is it called?"), required=_("Enter its name"))
    kind = fields.Choice(
        label=_("What kind of organisation is it?"),
        hint=_("Schools and children’s centres come from a register."),
        required=_("Choose what kind it is"),
        choices=[one for one in Organisation.Kind.choices if one[0] not in OF_A_REGISTER],
    )
    ward = fields.Pick(label=_("Which ward is it in?"), required=False, choices=[])
    contact_email = fields.Email(label=_("Email address of its office"), required=False)
    contact_phone = fields.Telephone(label=_("Telephone number of its office"), required=False)

    def __init__(self, *args: Any, wards: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ward"].choices = [(str(key), name) for key, name in wards]  # type: ignore[attr-defined]


class End(Form):
    until_on = fields.Day(label=_("What is its last day?"))
