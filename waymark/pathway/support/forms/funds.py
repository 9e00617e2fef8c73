"""Money that is asked for, and what was decided."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.pathway.support.models import FundDecision


class Ask(Form):
    asked_of = fields.Line(
        label=_("Whom is the money asked of?"),
        hint=_("For example: the Intervention Support Fund. Write nothing about the person."),
        required=_("Enter whom the money is asked of"),
        max_length=200,
    )
    amount = fields.Pounds(label=_("How much is asked for?"))
    asked_on = fields.Day(label=_("On which day was it asked for?"), future=False)
    reference = fields.Line(
        label=_("What is the reference of the fund?"),
        required=False,
        max_length=60,
        classes="govuk-input--width-20",
    )


class Decide(Form):
    decision = fields.Choice(
        label=_("What was decided?"), choices=FundDecision.choices, required=_("Choose what was decided")
    )
    granted = fields.Pounds(label=_("If it was granted: how much?"), required=fields.UNMARKED)
    decided_on = fields.Day(label=_("On which day was it decided?"), future=False)
    decided_by = fields.Line(label=_("Who decided?"), required=_("Enter who decided"), max_length=200)
