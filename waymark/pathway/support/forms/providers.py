"""Briefing a provider, planning and reporting sessions, reports to the panel."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.pathway.support.models import Mode

LENGTH = 20000


class Brief(Form):
    checked_on = fields.Day(
        label=_("On which day was it checked that they are approved for this?"), future=False
    )
    checked_by = fields.Line(label=_("Who checked it?"), required=_("Enter who checked it"), max_length=200)
    sessions = fields.Whole(
        label=_("How many sessions are authorised?"),
        required=_("Enter how many sessions are authorised"),
        least=1,
        most=200,
    )
    words = fields.Words(
        label=_("What do they need to know?"),
        hint=_(
            "Why the person needs support, what it is for, what to watch for, whom to call. Nothing else of the case."
        ),
        required=_("Write the briefing"),
        max_length=LENGTH,
        rows=12,
    )


class PlanSessions(Form):
    planned_on = fields.Day(label=_("On which day is the first one?"), past=False)
    number = fields.Whole(
        label=_("How many, a week apart?"), required=_("Enter how many"), least=1, most=52, initial=1
    )


class ReportSession(Form):
    was_held = fields.YesNo(label=_("Was it held?"), required=_("Choose whether it was held"))
    held_on = fields.Day(label=_("If it was: on which day?"), required=fields.UNMARKED, future=False)
    minutes = fields.Whole(
        label=_("How many minutes did it take?"), required=fields.UNMARKED, least=1, most=600
    )
    mode = fields.Choice(label=_("How was it held?"), choices=Mode.choices, required=fields.UNMARKED)
    reason = fields.Words(label=_("If it was not: why?"), required=fields.UNMARKED, max_length=LENGTH)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("was_held") is False:
            # What is said of a session that was not held does not count, and so cannot be wrong.
            for name, empty in {"held_on": None, "minutes": None, "mode": ""}.items():
                given[name] = empty
                self.errors.pop(name, None)
        elif given.get("was_held"):
            given["reason"] = ""
        return given


class AskReport(Form):
    due_on = fields.Day(label=_("By which day is the report due?"), past=False)


class WriteReport(Form):
    words = fields.Words(
        label=_("What do you report to the panel?"),
        required=_("Write the report"),
        max_length=LENGTH,
        rows=12,
    )


class Seen(Form):
    seen_on = fields.Day(label=_("On which day did the panel see it?"), future=False)
