"""What becomes of a consent: an objection, how it was resolved, a withdrawal, a reassessment. A short page each."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel.sentences import is_sentence
from waymark.pathway.consent.models import Asked, Grounds, Method, Outcome, WithdrawnBy

from .answers import looks_again

WHOLE = _("Give the reason in at least one whole sentence.")


class Reasoned(Form):
    def clean_reason(self) -> str:
        reason = self.cleaned_data["reason"]
        if reason and not is_sentence(reason):
            raise ValidationError(WHOLE)
        return reason


class Object(Form):
    grounds = fields.Choice(
        label=_("What is said against it?"),
        required=_("Choose what is said against it"),
        choices=Grounds.choices,
    )
    said_by = fields.Line(
        label=_("Who does not agree, and how are they related to the child?"),
        required=fields.UNMARKED,
        max_length=200,
    )
    said_on = fields.Day(
        label=_("On which day did you learn of it?"), required=_("Enter the day"), future=False
    )
    words = fields.Words(
        label=_("What did they say, or what makes them a source of the risk?"),
        required=_("Write what was said, or what makes them a source of the risk"),
        rows=4,
    )


class Resolve(Reasoned):
    stands = fields.YesNo(
        label=_("Does the consent stand after all?"), required=_("Choose whether the consent stands")
    )
    asked = fields.Choices(
        label=_("Who was asked before?"), required=_("Choose who was asked"), choices=Asked.choices
    )
    asked_words = fields.Words(
        label=_("Who exactly, when, and what did they say?"),
        required=_("Say who was asked, and when"),
        rows=3,
    )
    reason = fields.Words(
        label=_("Why?"), required=WHOLE, hint=_("At least one whole sentence."), rows=4
    )  # fmt: skip
    decided_on = fields.Day(
        label=_("On which day was it decided?"),
        required=_("Enter the day on which it was decided"),
        future=False,
    )
    reassess_on = looks_again(
        label=_("If it does not stand: on which day does the panel look again?"),
        required=fields.UNMARKED,
        past=False,
    )


class Withdraw(Form):
    """Short: support stops as soon as this is signed."""

    withdrawn_on = fields.Day(
        label=_("On which day was it taken back?"),
        required=_("Enter the day on which it was taken back"),
        future=False,
    )
    withdrawn_by = fields.Choice(
        label=_("Who took it back?"), required=_("Choose who took it back"), choices=WithdrawnBy.choices
    )
    method = fields.Choice(
        label=_("How did they tell?"), required=_("Choose how they told"), choices=Method.choices
    )
    words = fields.Words(
        label=_("What did they say?"), hint=_("Nobody has to give a reason."), required=False, rows=3
    )
    safeguarding = fields.Words(
        label=_("What else keeps the person safe?"),
        hint=_("Social care, the school, health, the police: what was considered, and what was done."),
        required=_("Say what else was considered to keep the person safe"),
        rows=3,
    )
    reassess_on = looks_again()


class Reassess(Reasoned):
    outcome = fields.Choice(
        label=_("What came of it?"),
        required=_("Choose what came of it"),
        choices=[one for one in Outcome.choices if one[0] != Outcome.OVERTAKEN],
    )
    reason = fields.Words(
        label=_("Why?"), required=WHOLE, hint=_("At least one whole sentence."), rows=4
    )  # fmt: skip
    on = fields.Day(
        label=_("On which day did the panel look at it?"), required=_("Enter the day"), future=False
    )
    reassess_on = looks_again(
        label=_("On which day does the panel look at it next?"),
        hint=_("Until consent is given, or the case goes on another way, there is always a next day."),
    )
