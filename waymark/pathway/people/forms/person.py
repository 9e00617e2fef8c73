from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.pathway.people.actions import AddressParts, Birth, NameParts
from waymark.pathway.people.models import Address, PersonName


class Name(Form):
    """A name as it is written. The parts are optional: not every name has a surname."""

    full_name = fields.Line(
        label=_("Full name"),
        hint=_("As it is written. If it is spelt in several ways, add each as a name of its own."),
        required=_("Enter the person’s name"),
    )
    forenames = fields.Line(label=_("First or given names"), required=fields.UNMARKED, max_length=120)
    surname = fields.Line(label=_("Surname or family name"), required=fields.UNMARKED, max_length=120)
    source = fields.Line(label=_("Where do you have this from?"), required=_("Say where you have this from"))

    def parts(self, kind: str = PersonName.Kind.NAME) -> NameParts:
        given = {name: self.cleaned_data[name] for name in ("full_name", "forenames", "surname", "source")}
        return NameParts(**given, kind=kind)


class AnotherName(Name):
    kind = fields.Choice(
        label=_("What kind of name is it?"),
        choices=[(k.value, k.label) for k in PersonName.Kind],
        required=_("Choose what kind of name it is"),
    )
    field_order = ("kind", "full_name", "forenames", "surname", "source")

    def parts(self, kind: str = "") -> NameParts:
        return super().parts(self.cleaned_data["kind"])


class ChangeBirth(Form):
    """A date as exact as it is known, or an age."""

    born_on = fields.Day(
        label=_("When was the person born?"),
        hint=_("For example, 27 3 2007. If you know only the year, or month and year, enter only those."),
        precision="year",
        future=False,
        required=fields.UNMARKED,
    )
    approximate_age = fields.Whole(
        label=_("Or about how old is the person?"),
        hint=_("Only if you know no part of the birth date."),
        required=fields.UNMARKED,
        least=0,
        most=120,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and given.get("born_on") is None and given.get("approximate_age") is None:
            self.add_error("born_on", _("Enter a birth date, a part of it, or an age"))
        return given

    def birth(self) -> Birth:
        born = self.cleaned_data.get("born_on")
        if born is None:
            return Birth(approximate_age=self.cleaned_data["approximate_age"])
        return Birth(born.date, born.precision)


class AddAddress(Form):
    kind = fields.Choice(
        label=_("What kind of address is it?"),
        choices=[(k.value, k.label) for k in Address.Kind],
        required=_("Choose what kind of address it is"),
    )
    lines = fields.Line(label=_("Address"), required=fields.UNMARKED, max_length=300)
    postcode = fields.Line(label=_("Postcode"), required=fields.UNMARKED, max_length=10)
    from_on = fields.Day(label=_("From when?"), required=False, future=False)
    until_on = fields.Day(
        label=_("Until when?"), hint=_("Leave it empty if the person still lives there."), required=False
    )
    source = fields.Line(label=_("Where do you have this from?"), required=_("Say where you have this from"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if (
            given.get("kind") != Address.Kind.NO_FIXED
            and not given.get("lines")
            and not given.get("postcode")
        ):
            self.add_error("lines", _("Enter the address, or choose no fixed address"))
        if given.get("from_on") and given.get("until_on") and given["until_on"] < given["from_on"]:
            self.add_error("until_on", _("The last day must not be before the first day"))
        return given

    def parts(self) -> AddressParts:
        names = ("kind", "lines", "postcode", "from_on", "until_on", "source")
        return AddressParts(**{name: self.cleaned_data[name] for name in names})
