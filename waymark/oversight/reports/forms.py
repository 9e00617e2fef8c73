"""What a report is called and about; what the writer says; why it is corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.interface.moments import day
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.measures.periods import ended
from waymark.foundation.measures.quotes import Quote

from .models import Kind

OWN = "own"
NOBODY = _("Name nobody here, and write nothing from which somebody could be recognised.")


class About(Form):
    """Title and period: one that ended, or one’s own dates."""

    title = fields.Line(
        label=_("What is the report called?"), hint=_("For example, Prevent: training in 2025 to 2026."),
        required=_("Give the report a title"),
    )  # fmt: skip

    def __init__(self, *args: Any, kinds: Sequence[Kind] = (), **kwargs: Any) -> None:
        """`kinds`: those that can be begun; asked where there are several."""
        super().__init__(*args, **kwargs)
        if len(kinds) > 1:
            self.fields["kind"] = fields.Choice(
                label=_("What is it about?"), choices=[(kind.value, kind.label) for kind in kinds],
                required=_("Choose what it is about"),
            )  # fmt: skip
        self.periods = {one.code: one.period for one in ended(clock.today())}
        named = [
            (one.code, f"{one.title}: {day(one.period.from_on)} – {day(one.period.until_on)}")
            for one in ended(clock.today())
        ]
        self.fields["period"] = fields.Choice(
            label=_("Which period is it about?"), choices=[*named, (OWN, _("The days below"))],
            required=_("Choose a period"),
        )  # fmt: skip
        self.fields["from_on"] = fields.Day(label=_("First day"), future=False, required=fields.UNMARKED)
        self.fields["until_on"] = fields.Day(label=_("Last day"), required=fields.UNMARKED)

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
        return {"title": said["title"], **days} | ({"kind": said["kind"]} if "kind" in said else {})


class Write(Form):
    headline = fields.Line(label=_("Heading"), required=fields.UNMARKED, max_length=120)
    words = fields.Words(
        label=_("What do you want to say?"),
        hint=NOBODY,
        required=fields.UNMARKED,
        max_length=8000,
        rows=10,
        no_child=True,
    )


class Quotes(Form):
    """Which of the words that people allow to be quoted stand in the report."""

    def __init__(self, *args: Any, offered: Sequence[Quote], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = [(one.key, f"“{one.words}” ({one.about})") for one in offered]
        self.fields["keys"] = fields.Choices(
            label=_("Which words do you want to use?"), choices=said, required=False,
            hint=_("Choose none from which somebody could be recognised."),
        )  # fmt: skip


class Correct(Form):
    because = fields.Line(
        label=_("What has to be corrected, and why?"), hint=NOBODY, max_length=500,
        required=_("Say what has to be corrected, and why"),
    )  # fmt: skip


class Ask(Form):
    """What is to leave: to whom, for what, which figures."""

    recipient = fields.Line(
        label=_("Which organisation asks for the figures?"), hint=_("An organisation, not a person."),
        required=_("Say which organisation"),
    )  # fmt: skip
    purpose = fields.Line(
        label=_("What do they need them for?"), max_length=500, hint=NOBODY, required=_("Say for what")
    )

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["codes"] = fields.Choices(
            label=_("Which figures?"), choices=offered, required=_("Choose at least one figure"),
            hint=_("Days that something took, and numbers of cases on one day, never leave."),
        )  # fmt: skip


class Answer(Form):
    approved = fields.YesNo(
        label=_("May these figures leave the council as the copy shows them?"), required=_("Say yes or no")
    )
    because = fields.Line(label=_("If not, why not?"), hint=NOBODY, max_length=500, required=fields.UNMARKED)
