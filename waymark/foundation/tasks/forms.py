"""How long a step may take: how many of what, from which day, by which source."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

from .declared import UNIT_WORDS

# More than any step takes; in hours it is three weeks.
MOST = 500


class SetTime(Form):
    number = fields.Whole(label=_("How many?"), required=_("Enter how many"), least=1, most=MOST)
    unit = fields.Choice(
        label=_("Of what?"),
        required=_("Choose working days, days, hours or months"),
        choices=[(unit.value, words) for unit, words in UNIT_WORDS.items()],
    )
    from_date = fields.Day(
        label=_("From which day?"), required=_("Enter the day from which it holds"), past=False
    )
    source = fields.Line(
        label=_("Where does it come from?"),
        required=_("Say where it comes from"),
        hint=_("For example: terms of reference of the panel, 3 March 2026, paragraph 4."),
        max_length=300,
    )
    confirmed = fields.YesNo(
        label=_("Is it confirmed there?"),
        required=_("Choose whether it is confirmed there"),
        hint=_("No, while it is your own working time and nobody has agreed it yet."),
    )
