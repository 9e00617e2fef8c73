"""Days that somebody types: a period of one’s own, and a day since when."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface.fields import Day
from waymark.foundation.interface.forms import Form


class Days(Form):
    """A period of one’s own."""

    from_on = Day(label=_("First day"))
    until_on = Day(label=_("Last day"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, last = said.get("from_on"), said.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day must not be before the first day."))
        return said


class Since(Form):
    since = Day(label=_("Not trained since"))
