"""To whom referrals go, from which day, and where that was agreed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form


class Route(Form):
    with_police = fields.YesNo(
        label=_("Do the police see a referral as soon as the council does?"),
        required=_("Choose whether the police see it as soon as the council does"),
        hint=_(
            "Yes: they see the person and the concerns at once, and the council works on it first. No: they see it "
            "when the council sends it to them. Referrals that were sent before stay as they are."
        ),
    )
    from_date = fields.Day(
        label=_("From which day?"), required=_("Enter the day from which it holds"), past=False
    )
    source = fields.Line(
        label=_("Where was this agreed?"),
        required=_("Say where this was agreed"),
        hint=_("For example: agreement of the board with the police, 3 March 2026."),
        max_length=300,
    )
    confirmed = fields.YesNo(
        label=_("Have the council and the police both confirmed it?"),
        required=_("Choose whether both have confirmed it"),
    )
