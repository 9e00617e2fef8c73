"""A term of the council, its councillors, and their induction."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.models.councillors import INDUCTION_DAYS
from waymark.delivery.training.models.outcomes import MOST_DAYS
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock

from .booking import Book


class SetTerm(Form):
    """`courses` are pairs of key and name."""

    name = fields.Line(
        label=_("What is the term called?"),
        hint=_("For example, 2025 to 2029"),
        max_length=80,
        required=_("Enter what the term is called"),
    )
    elected_on = fields.Day(
        label=_("On which day was the election?"), required=_("Enter the day of the election")
    )
    until_on = fields.Day(
        label=_("Until when are they elected?"), required=_("Enter the day until which they are elected")
    )
    due_days = fields.Whole(
        label=_("Within how many days of the election do they have it?"), least=1, most=MOST_DAYS,
        initial=INDUCTION_DAYS,
    )  # fmt: skip
    reminds = fields.YesNo(
        label=_("Are they written to without anybody pressing a button?"),
        hint=_("Two weeks before it is due, and once when it is overdue, where there is an address"), initial=False,
    )  # fmt: skip

    def __init__(self, *args: Any, courses: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["induction"] = fields.Pick(
            label=_("Which course is the induction?"), hint=_("A course that wants this one before counts, too"),
            choices=courses, typing=False, required=_("Choose which course is the induction"),
        )  # fmt: skip
        self.order_fields(("name", "elected_on", "until_on", "induction"))


class AddCouncillors(Form):
    named = fields.Words(
        label=_("Who was elected?"),
        hint=_("One person on a line: the name, a comma, the email address"),
        max_length=8000,
    )
    elected_on = fields.Day(
        label=_("When were they elected?"),
        hint=_("Another day for a by-election"),
        required=_("Enter the day of the election"),
    )
    clean_named = Book.clean_named


class NoteInduction(Form):
    done_on = fields.Day(label=_("When did they have it?"), future=False, initial=clock.today)
    done_how = fields.Line(
        label=_("How did they have it?"),
        hint=_("For example, e-learning of the council"),
        required=_("Enter how they had it"),
    )


class EndCouncillor(Form):
    left_on = fields.Day(
        label=_("From which day are they a councillor no more?"), future=False, initial=clock.today
    )
