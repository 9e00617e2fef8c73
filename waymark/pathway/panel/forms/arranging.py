"""A panel, its terms of reference, its seats and deputies."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.pathway.panel.models import Chairs, Kind, Sector

NO_NAMES = _("Do not name anybody.")
Offered = list[tuple[str, str]]


class Add(Form):
    name = fields.Line(
        label=_("What is the panel called?"),
        hint=_("For example, Channel panel. Do not name a person."),
        max_length=120,
        required=_("Enter the name of the panel"),
    )
    kind = fields.Choice(
        label=_("What kind of panel is it?"),
        required=_("Choose what kind of panel it is"),
        choices=Kind.choices,
    )
    begins_on = fields.Day(label=_("From which day?"), required=_("Enter the first day"))
    others = fields.Choices(
        label=_("Does it also serve other authorities?"),
        hint=_("Choose each of them. Leave empty if it serves yours alone."),
        choices=[],
        required=fields.UNMARKED,
    )
    chairing_agreed_on = fields.Day(
        label=_("If so: when did the authorities agree that yours chairs?"),
        required=fields.UNMARKED,
        future=False,
    )

    def __init__(self, *args: Any, near: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if near:
            self.fields["others"].choices = near  # type: ignore[attr-defined]
        else:
            del self.fields["others"], self.fields["chairing_agreed_on"]


class AgreeTerms(Form):
    words = fields.Words(
        label=_("What are the terms of reference?"),
        hint=_(
            "The purpose, how the panel decides, how information is kept and shared. Do not name anybody."
        ),
        max_length=20000,
        rows=12,
        required=_("Enter the terms of reference"),
    )
    meets = fields.Line(
        label=_("How often does the panel meet?"),
        hint=_("For example, on the second Tuesday of each month."),
        required=_("Say how often the panel meets"),
    )
    quorum = fields.Choices(
        label=_("Which agencies does the panel itself want at a meeting?"),
        hint=_(
            "The local authority and the police of the area where the person lives must be there by law. Choose the "
            "others. If one of them is missing the panel is warned, not stopped."
        ),
        choices=[c for c in Sector.choices if c[0] not in (Sector.AUTHORITY, Sector.POLICE)],
        required=fields.UNMARKED,
    )
    quorum_number = fields.Whole(
        label=_("How many agencies in all?"), least=2, most=40, classes="govuk-input--width-2", initial=2
    )
    agreed_on = fields.Day(label=_("When did the panel agree them?"), future=False)
    in_force_from = fields.Day(label=_("From which day do they hold?"))
    review_on = fields.Day(label=_("When are they looked at again?"), past=False)


class AddSeat(Form):
    sector = fields.Pick(
        label=_("For which kind of agency is the seat?"),
        required=_("Choose the kind of agency"),
        choices=Sector.choices,
        typing=False,
    )
    who = fields.Pick(
        label=_("Who holds it?"),
        hint=_("People are in the list once they have the role of panel member or panel chair here."),
        required=_("Choose who holds the seat"),
        choices=[],
    )
    chairs = fields.Choice(
        label=_("Do they chair?"),
        choices=[("no", _("No"))] + [c for c in Chairs.choices if c[0]],
        initial="no",
    )
    areas = fields.Choices(
        label=_("For which authorities does the seat speak?"),
        hint=_("Of the police: where the force polices. Leave empty for all that the panel serves."),
        choices=[],
        required=fields.UNMARKED,
    )
    from_on = fields.Day(label=_("From which day?"))
    until_on = fields.Day(label=_("Until which day, if that is known?"), required=fields.UNMARKED)

    def __init__(self, *args: Any, people: Offered, areas: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = people  # type: ignore[attr-defined]
        self.fields["areas"].choices = areas  # type: ignore[attr-defined]
        self.fields["from_on"].initial = clock.today()
        if len(areas) < 2:
            del self.fields["areas"]


class EndSeat(Form):
    until_on = fields.Day(label=_("Which is their last day?"))
    because = fields.Line(
        label=_("Why does the seat end?"), hint=NO_NAMES, max_length=500, required=_("Say why the seat ends")
    )


class AddDeputy(Form):
    person = fields.Pick(
        label=_("Who stands in?"),
        hint=_("People of the same organisation who have the role of panel member here."),
        required=_("Choose who stands in"),
        choices=[],
    )
    from_on = fields.Day(label=_("From which day?"), hint=_("For one meeting only, enter its day twice."))
    until_on = fields.Day(label=_("Until which day?"), past=False)

    def __init__(self, *args: Any, people: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people  # type: ignore[attr-defined]


class End(Form):
    ended_on = fields.Day(label=_("Which is the last day of the panel?"))
    because = fields.Line(
        label=_("Why does the panel end?"),
        hint=NO_NAMES,
        max_length=500,
        required=_("Say why the panel ends"),
    )


class Sure(Form):
    """Nothing to fill in: the button says it."""
