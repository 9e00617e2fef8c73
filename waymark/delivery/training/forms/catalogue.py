"""Courses, their versions, and the lists."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.models import Reason
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock


def _content() -> dict[str, Any]:
    return {
        "aims": fields.Words(label=_("What do people learn?"), required=_("Say what people learn"), max_length=4000),
        "minutes": fields.Whole(
            label=_("How many minutes does it take?"), least=5, most=2400,
            required=_("Enter how many minutes it takes"),
        ),
        "materials": fields.Words(label=_("What is it taught with?"), required=False, max_length=4000, rows=3),
        "trainer_notes": fields.Words(
            label=_("What does a trainer have to know?"), required=False, max_length=4000, rows=3
        ),
        "from_on": fields.Day(
            label=_("From which day is it taught?"), initial=clock.today,
            required=_("Enter from which day it is taught"),
        ),
    }  # fmt: skip


class AddCourse(Form):
    """`audiences` and `courses` are pairs of key and name."""

    def __init__(self, *args: Any, audiences: list, courses: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = fields.Line(
            label=_("What is the course called?"),
            max_length=120,
            required=_("Enter what the course is called"),
        )
        self.fields["audience"] = fields.Pick(
            label=_("For whom is it?"),
            choices=audiences,
            typing=False,
            required=_("Choose for whom the course is"),
        )
        self.fields["level"] = fields.Whole(
            label=_("Level"),
            hint=_("1 for a first course, higher for one that goes deeper"),
            least=1,
            most=9,
            initial=1,
        )
        self.fields["needs"] = fields.Pick(
            label=_("Which course do people take before it?"), choices=courses, required=False, typing=False
        )
        self.fields.update(_content())


class AddVersion(Form):
    """The text of the version before stands in it, to be changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reasons = [(value, label) for value, label in Reason.choices if value != Reason.FIRST]
        self.fields["reason"] = fields.Choice(
            label=_("Why is there a new version?"),
            choices=reasons,
            required=_("Choose why there is a new version"),
        )
        self.fields["because"] = fields.Line(
            label=_("What changed, and why?"), max_length=500, required=_("Say why there is a new version")
        )
        self.fields.update(_content())


class AddLine(Form):
    name = fields.Line(label=_("What is it called?"), max_length=80, required=_("Enter what it is called"))
    from_on = fields.Day(
        label=_("From which day is it offered?"), initial=clock.today, required=_("Enter the first day")
    )
