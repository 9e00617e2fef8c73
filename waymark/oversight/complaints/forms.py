"""What is asked about a complaint."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

from .models import About, Outcome


class Record(Form):
    about = fields.Choice(
        label=_("What is the complaint about?"), choices=About.choices, required=_("Choose what it is about")
    )
    words = fields.Words(
        label=_("What does the person say?"), hint=_("Nothing of what a case holds."), max_length=4000,
        required=_("Write down what the person says"),
    )  # fmt: skip
    complainant = fields.Words(
        label=_("Who complains, and where does the answer go?"), hint=_("Leave this empty if they gave no name."),
        max_length=500, rows=3, required=False,
    )  # fmt: skip
    record_reference = fields.Line(
        label=_("Reference of the record it is about"),
        hint=_("Only colleagues who may see that record see this."), required=False,
        classes="govuk-input--width-20",
    )  # fmt: skip
    received_on = fields.Day(
        label=_("When did the complaint come?"), future=False, required=_("Enter the day on which it came")
    )


class Answer(Form):
    outcome = fields.Choice(
        label=_("What came of it?"), choices=Outcome.choices, required=_("Choose what came of it")
    )
    answer = fields.Words(
        label=_("What was the person told?"), max_length=4000, required=_("Say what the person was told")
    )
    learnt = fields.Words(label=_("What is done otherwise from now on?"), max_length=2000, required=False)
    answered_on = fields.Day(
        label=_("On which day did the answer go out?"),
        future=False,
        required=_("Enter the day of the answer"),
    )


class StaCU(Form):
    stacu_reference = fields.Line(
        label=_("Reference that StaCU gave"), max_length=30, required=_("Enter the reference that StaCU gave"),
        classes="govuk-input--width-20",
    )  # fmt: skip
    stacu_outcome = fields.Words(
        label=_("What did StaCU say?"), hint=_("Leave this empty until it has answered."), max_length=2000,
        required=False,
    )  # fmt: skip
