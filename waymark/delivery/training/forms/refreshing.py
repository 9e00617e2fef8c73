"""What a role or a kind of place needs, how often, and when people are asked."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.models.outcomes import MOST_DAYS, MOST_MONTHS, WINDOW
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock


class SetRule(Form):
    """`roles`, `kinds` and `courses` are pairs of key and name. What is left empty has a meaning, said at its field."""

    marks_optional = False
    is_needed = fields.YesNo(
        label=_("Is it needed?"), hint=_("No: from that day on it is not needed any more"), initial=True
    )
    months = fields.Whole(
        label=_("After how many months do they take it again?"), hint=_("Empty: once is enough"), least=1,
        most=MOST_MONTHS, required=False,
    )  # fmt: skip
    window_days = fields.Whole(
        label=_("How many days before are they asked to book?"), most=MOST_DAYS, initial=WINDOW
    )
    grace_days = fields.Whole(
        label=_("How many days after the due day are they overdue?"), most=MOST_DAYS, initial=0
    )
    reminds = fields.YesNo(
        label=_("Are people written to without anybody pressing a button?"),
        hint=_(
            "Whoever is due, the contact of their place, and its head or manager, where there is an address"
        ),
        initial=False,
    )
    from_on = fields.Day(label=_("From which day does this hold?"), initial=clock.today)
    because = fields.Line(label=_("Why is this right?"), max_length=300, required=_("Say why this is right"))

    def __init__(self, *args: Any, roles: list, kinds: list, courses: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = {
            "role": fields.Pick(
                label=_("Which role?"), hint=_("Empty: everybody at a kind of place"), choices=roles, required=False,
                typing=False,
            ),
            "place_kind": fields.Pick(
                label=_("At which kind of place?"), hint=_("Empty: wherever they work"), choices=kinds, required=False,
                typing=False,
            ),
            "course": fields.Pick(
                label=_("Which course do they need?"),
                hint=_("A course that wants this one before it counts, too. Empty: any training, taken anew in time"),
                choices=courses, required=False, typing=False,
            ),
        }  # fmt: skip
        self.fields = {**before, **self.fields}
