from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.pathway.people.equality_lists import QUESTIONS, asked_at, choices_of
from waymark.pathway.people.models import EqualityAnswers


class Equality(Form):
    """Each question takes a value, or why there is none. An answer is needed to each, so that a gap is never silent.

    `age`: of the person, as some questions are not asked of a child."""

    source = fields.Choice(
        label=_("Whose answers are these?"),
        choices=[(source.value, source.label) for source in EqualityAnswers.Source],
        required=fields.UNMARKED,
    )
    why_not_asked = fields.Line(
        label=_("If you did not ask, why not?"),
        required=fields.UNMARKED,
        max_length=300,
        hint=_("For example: there was no meeting yet."),
    )

    def __init__(self, *args: Any, age: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked_at(age)
        for name in self.asked:
            self.fields[name] = fields.Pick(
                label=QUESTIONS[name],
                choices=[("", _("Choose an answer")), *choices_of(name)],
                required=_("Choose an answer, or why there is none"),
            )
        self.order_fields([*self.asked, "source", "why_not_asked"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        answers = [given.get(name) for name in self.asked]
        if "not_asked" in answers and not given.get("why_not_asked"):
            self.add_error("why_not_asked", _("Say why you did not ask"))
        if any(a and a not in ("not_asked", "not_known") for a in answers) and not given.get("source"):
            self.add_error("source", _("Say whose answers these are"))
        return given
