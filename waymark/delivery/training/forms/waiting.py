"""For how long a place is offered to whoever waits."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock


class SetRule(Form):
    hours = fields.Whole(
        label=_("How many hours does somebody have to say yes to a free place?"),
        hint=_("Up to 336 (14 days). Leave empty if whoever waits longest has the place at once."),
        required=False, least=1, most=336,
    )  # fmt: skip
    from_on = fields.Day(label=_("From which day does this hold?"), initial=clock.today)
    because = fields.Line(label=_("Why is this right?"), max_length=300, required=_("Say why this is right"))
