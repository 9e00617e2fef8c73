"""What a report is called and about; what the writer says; why it is corrected."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.interface.moments import day
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete

from .periods import OWN, ended

NOBODY = _("Name nobody here, and write nothing from which somebody could be recognised.")


class About(Form):
    """Title and period: one that ended, or one’s own dates."""

    title = fields.Line(
        label=_("What is the report called?"), hint=_("For example, Prevent: training in 2025 to 2026."),
        required=_("Give the report a title"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.periods = {one.code: one for one in ended(clock.today())}
        named = [
            (code, f"{one.title}: {day(one.from_on)} – {day(one.until_on)}")
            for code, one in self.periods.items()
        ]
        self.fields["period"] = fields.Choice(
            label=_("Which period is it about?"), choices=[*named, (OWN, _("The days below"))],
            required=_("Choose a period"),
        )  # fmt: skip
        self.fields["from_on"] = fields.Day(label=_("First day"), future=False, required=False)
        self.fields["until_on"] = fields.Day(label=_("Last day"), required=False)

    def said(self) -> dict[str, Any]:
        """What the action needs to know. Only of a form that is valid; Incomplete where a day is missing."""
        said = self.cleaned_data
        period = self.periods.get(said["period"])
        days: dict[str, date | None] = {name: said[name] for name in ("from_on", "until_on")}
        if period is not None:
            days = {"from_on": period.from_on, "until_on": period.until_on}
        for name, on in days.items():
            if on is None:
                raise Incomplete(_("Enter a date"), field=name)
        return {"title": said["title"], **days}


class Write(Form):
    headline = fields.Line(label=_("Heading"), required=False, max_length=120)
    words = fields.Words(
        label=_("What do you want to say?"), hint=NOBODY, required=False, max_length=8000, rows=10
    )


class Correct(Form):
    because = fields.Line(
        label=_("What has to be corrected, and why?"), hint=NOBODY, max_length=500,
        required=_("Say what has to be corrected, and why"),
    )  # fmt: skip
