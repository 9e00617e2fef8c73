from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.delivery.reach.models import How, Outcome
from waymark.foundation.interface.fields import UNMARKED, Choice, Choices, Line
from waymark.foundation.interface.forms import Form

NOTED = [(value, label) for value, label in How.choices if value not in (How.EMAIL, How.LETTER)]
CAME_OF_IT = [(value, label) for value, label in Outcome.choices if value != Outcome.SENT]


class Write(Form):
    """`ticked`: whether some of the places want one."""

    how = Choice(
        label=_("How do you write?"),
        choices=[
            (How.LETTER, _("Letters, as one PDF to print")),
            (How.EMAIL, _("An email to the contact of each")),
        ],
    )
    again = Choices(
        label=_("Written to or called lately, or said no"),
        choices=[("yes", _("Write to them all the same"))],
        required=UNMARKED,
    )

    def __init__(self, *args: Any, ticked: bool, **given: Any) -> None:
        super().__init__(*args, **given)
        if not ticked:
            del self.fields["again"]


class Note(Form):
    how = Choice(label=_("What happened?"), choices=NOTED)
    outcome = Choice(label=_("What came of it?"), choices=CAME_OF_IT)
    reason = Line(
        label=_("What they said (needed if they said no)"),
        hint=_("Do not name anybody."),
        required=UNMARKED,
        max_length=300,
        no_child=True,
    )
