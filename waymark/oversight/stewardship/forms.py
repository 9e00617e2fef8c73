"""What is asked about a request to see one’s own data, and about each item of it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock

from . import exemptions
from .models import Asker, ChildView, Decision, Item

SAY_WHY = _("Say why")


class Record(Form):
    asker = fields.Choice(label=_("Who asks?"), choices=Asker.choices, required=_("Choose who asks"))
    about = fields.Line(
        label=_("Whose data is it about?"),
        hint=_("Their full name."),
        max_length=200,
        required=_("Enter whose data it is about"),
    )
    asked_by = fields.Line(
        label=_("If somebody else asks: their full name"), max_length=200, required=fields.UNMARKED
    )
    answer_to = fields.Words(
        label=_("Where does the answer go?"),
        hint=_("The address that they gave."),
        max_length=500,
        rows=3,
        required=_("Enter where the answer goes"),
    )
    received_on = fields.Day(
        label=_("When did the request come?"), future=False, required=_("Enter the day on which it came")
    )


class Identity(Form):
    seen_on = fields.Day(
        label=_("When was proof of identity seen?"),
        future=False,
        required=_("Enter the day on which it was seen"),
    )
    how = fields.Line(
        label=_("What was seen, and by whom?"),
        hint=_("For a parent or a representative, also what shows that they may ask. Keep no copy."),
        max_length=500,
        required=_("Say what was seen"),
    )
    had_to_ask = fields.YesNo(
        label=_("Did you have to ask for it?"), hint=_("If so, the time to answer runs from the day it was seen."),
    )  # fmt: skip


class Child(Form):
    child_view = fields.Choice(
        label=_("What does the child say?"),
        choices=ChildView.choices,
        required=_("Choose what the child says"),
    )
    child_words = fields.Words(
        label=_("In the child’s own words, or how you know"), max_length=2000,
        required=_("Write down what the child says, or how you know"),
    )  # fmt: skip


class Dispute(Form):
    disputed = fields.Words(
        label=_("Who does not agree that this is given, and why?"),
        hint=_("Such as the other parent. Leave this empty where it is the child who does not want it."),
        required=fields.UNMARKED,
        max_length=2000,
    )
    settled = fields.Words(
        label=_("What was decided about it, by whom, and by what right?"),
        hint=_("Nothing is given until this is written down. Take legal advice where parents do not agree."),
        required=fields.UNMARKED, max_length=2000,
    )  # fmt: skip


class Extend(Form):
    because = fields.Words(
        label=_("Why does it take longer?"),
        hint=_("Write what the person was told."),
        required=SAY_WHY,
        max_length=1000,
    )
    told_on = fields.Day(
        label=_("When were they told?"), future=False, required=_("Enter the day on which they were told")
    )


class Because(Form):
    because = fields.Words(label=_("Why?"), required=SAY_WHY, max_length=1000)


class Gather(Form):
    reference = fields.Line(
        label=_("Reference of the person, a referral or a Channel case"),
        hint=_("For example, P-7K2M9-QXD4C. All their linked records come in."),
        required=_("Enter a reference"), classes="govuk-input--width-20",
    )  # fmt: skip


class Decide(Form):
    """What is given of one item. Laws in force today; the text is there to mark words in."""

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        laws = exemptions.on(clock.today())
        possible = [one for one in Decision.choices if not (item.is_document and one[0] == Decision.PART)]
        self.fields["decision"] = fields.Choice(
            label=_("What is given of it?"), choices=possible, required=_("Choose what is given")
        )
        if not item.is_document:
            self.fields["marked"] = fields.Words(
                label=_("Words to take out"),
                hint=_("Put [[ before and ]] after each part that is taken out. Change nothing else."),
                required=fields.UNMARKED, max_length=60000, rows=12,
            )  # fmt: skip
        self.fields["exemption"] = fields.Choice(
            label=_("By what law is it withheld?"), required=fields.UNMARKED, choices=[(e.code, e.title) for e in laws],
            hints={e.code: f"{e.source}. {e.hint}" for e in laws},
        )  # fmt: skip
        self.fields["reason"] = fields.Words(
            label=_("Why?"), hint=_("For whoever releases it, and for the regulator. The person does not read this."),
            required=fields.UNMARKED, max_length=2000,
        )  # fmt: skip


class HandOver(Form):
    how = fields.Choice(
        label=_("How was it handed over?"),
        choices=[
            ("in person", _("In person")),
            ("post", _("By tracked post")),
            ("secure", _("By secure email or portal")),
        ],
    )
    on = fields.Day(label=_("When?"), future=False, required=_("Enter the day on which it was handed over"))
