from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface.fields import UNMARKED, Line
from waymark.foundation.interface.forms import Form


class Search(Form):
    q = Line(
        label=_("Name, URN or postcode of an institution"),
        hint=_("Never the name of a person."),
        required=UNMARKED,
        max_length=100,
        classes="govuk-input--width-20",
    )
