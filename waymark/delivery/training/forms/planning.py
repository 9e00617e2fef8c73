"""When, where, what, for whom: a session."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.actions.sessions import How
from waymark.delivery.training.models import DeliveredBy
from waymark.foundation.interface import fields
from waymark.foundation.meetings.forms.planning import Plan
from waymark.foundation.places.models import Institution, Organisation


class PlanSession(Plan):
    """`courses`, `places` and `trainers` are pairs of value and text."""

    def __init__(self, *args: Any, courses: list, places: list, trainers: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = {
            "course": fields.Pick(label=_("Which course?"), choices=courses, required=_("Choose a course")),
        }
        after = {
            "capacity": fields.Whole(
                label=_("How many places are there?"), least=1, most=2000, required=_("Enter how many places there are")
            ),
            "trainers": fields.Choices(label=_("Who teaches?"), choices=trainers, required=False),
            "where": fields.Pick(
                label=_("Is it for one institution or organisation only?"),
                hint=_("Leave empty if everybody may book."), choices=places, required=False,
            ),
            "delivered_by": fields.Choice(
                label=_("Who delivers it?"), choices=DeliveredBy.choices, initial=DeliveredBy.OWN
            ),
            "joining": fields.Line(
                label=_("What do people have to know before they come?"), max_length=500, required=False
            ),
        }  # fmt: skip
        self.fields = {**before, **self.fields, **after}

    def how(self) -> How:
        """All but the time. Only of a form that is valid."""
        said = self.cleaned_data
        kind, key = where_of(said["where"])
        return How(
            capacity=said["capacity"],
            trainers=[UUID(one) for one in said["trainers"] or []],
            delivered_by=said["delivered_by"],
            institution=Institution.objects.get(pk=key) if kind == "i" else None,
            organisation=Organisation.objects.get(pk=key) if kind == "o" else None,
            joining=said["joining"],
        )


def where_of(said: str) -> tuple[str, int | None]:
    """`i:12` is an institution, `o:7` an organisation; nothing said is neither."""
    kind, _colon, key = (said or "").partition(":")
    return (kind, int(key)) if key else ("", None)
