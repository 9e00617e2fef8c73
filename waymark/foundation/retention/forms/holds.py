"""Placing and ending a legal hold."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form


class Place(Form):
    """Which record, why it has to be kept, and when that is looked at again."""

    reference = fields.Line(
        label=_("Reference of the record"),
        hint=_("For example, the reference of a referral. You do not need to be able to open it."),
        max_length=40,
        classes="govuk-input--width-20",
        required=_("Enter the reference of the record"),
    )
    reason = fields.Words(
        label=_("Why does it have to be kept?"),
        hint=_("For example, the number of the court case or inquiry. Do not name the person."),
        max_length=1000,
        rows=4,
        required=_("Say why the record has to be kept"),
    )
    review_on = fields.Day(
        label=_("When do you look at this hold again?"),
        hint=_("Within 12 months of today."),
        past=False,
        required=_("Enter the day on which you look at it again"),
    )


class End(Form):
    because = fields.Line(
        label=_("Why does the hold end?"),
        hint=_("Do not name anybody."),
        max_length=500,
        required=_("Say why the hold ends"),
    )
