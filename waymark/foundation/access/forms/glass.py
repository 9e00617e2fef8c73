"""Which record, why, and whether whoever asks has an interest of their own; what a review found."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Verdict
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form


class Find(Form):
    reference = fields.Line(
        label=_("Reference of the record"),
        hint=_("It begins with a letter, such as R-7K2M9-QXD4C."),
        required=_("Enter the reference of the record"),
        max_length=40,
        classes="govuk-input--width-20",
    )


class Open(Form):
    interest = fields.Choice(
        label=_("Do you know the person, or have any other interest of your own in this record?"),
        hint=_(
            "A relative, a neighbour, somebody you know from outside work. If so, somebody else has to look."
        ),
        required=_("Say whether you know the person, or have an interest of your own"),
        choices=(("no", _("No")), ("yes", _("Yes"))),
    )
    reason = fields.Words(
        label=_("Why do you need to read it?"),
        hint=_(
            "Write a whole sentence: what you work on, and what you need to know. Do not name the person. It is kept "
            "for six years, and whoever reviews this reads it."
        ),
        required=fields.UNMARKED,
        max_length=2000,
    )


class Know(Form):
    interest = fields.Choice(
        label=_("Do you know the person, or have any other interest of your own in this record?"),
        hint=_(
            "A relative, a neighbour, a colleague’s child, somebody you know from outside work. If so, somebody else "
            "has to work on it."
        ),
        required=_("Say whether you know the person, or have an interest of your own"),
        choices=(("yes", _("Yes: keep the record from me")), ("no", _("No"))),
    )


class Withdraw(Form):
    reason = fields.Words(
        label=_("Why may they see the record again?"),
        hint=_(
            "Write a whole sentence, such as how you know that it is another person. Do not name the person. It is "
            "kept for six years."
        ),
        required=_("Say why they may see the record again"),
        max_length=2000,
    )


class Review(Form):
    verdict = fields.Choice(
        label=_("Was it right to open this record?"),
        required=_("Choose what you found"),
        choices=tuple(Verdict.choices),
        hints={
            Verdict.JUSTIFIED: _("The work needed it, and no more was read than was needed."),
            Verdict.NOT_JUSTIFIED: _("There was no need, or the reason does not fit what was read."),
            Verdict.NEEDS_ACTION: _("Something has to be done, whether or not it was right."),
        },
    )
    words = fields.Words(
        label=_("What did you find?"),
        hint=_(
            "A sentence or more: how you know, and what happens next if something has to be done. Do not name the "
            "person."
        ),
        required=_("Say what you found"),
        max_length=2000,
    )
