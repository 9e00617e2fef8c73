"""What the pages of panel decisions accept. They never save; the actions do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel.sentences import is_sentence
from waymark.pathway.panel.models import Seat

from .actions.deciding import Said
from .models import CareResult, CareWith, Method, Outcome

AGAINST = "against_"


class Decide(Form):
    """One outcome. `people`: who may get what is missing; `seats`: those for which somebody was there."""

    method = fields.Choice(
        label=_("How was it decided?"), required=_("Choose how it was decided"), choices=Method.choices
    )
    reason = fields.Words(
        label=_("Why did the panel decide so?"),
        required=_("Write why the panel decided so"),
        hint=_("At least one whole sentence."),
    )
    relied_on = fields.Words(
        label=_("What information did the panel rely on?"),
        required=_("Say what information the panel relied on"),
        hint=_("And whose it is. Nothing that comes from the intelligence services."),
    )
    care_considered = fields.Words(
        label=_("What was considered of health and social care?"),
        required=_("Write what was considered of health and social care"),
        hint=_(
            "The law asks for this when a person is not adopted (section 36(6)). At least one whole sentence."
        ),
    )
    care_result = fields.Choice(
        label=_("What came of it?"), required=_("Choose what came of it"), choices=CareResult.choices
    )
    care_with = fields.Choice(
        label=_("Who was the person referred to?"),
        hint=_("Leave empty if they were not referred."),
        required=fields.UNMARKED,
        choices=CareWith.choices,
    )
    missing = fields.Words(label=_("What is missing?"), required=_("Write what is missing"))
    missing_from = fields.Pick(label=_("Who gets it?"), required=_("Choose who gets it"), choices=[])
    missing_by = fields.Day(label=_("By when?"), required=_("Enter by when"))
    because = fields.Words(
        label=_("Why is the entry corrected?"), required=_("Write why the entry is corrected"), rows=3
    )

    def __init__(
        self,
        *args: Any,
        outcome: str,
        seats: Mapping[UUID, Seat],
        people: list[tuple[str, str]],
        corrects: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        gone = [] if outcome == Outcome.NOT_ADOPT else ["care_considered", "care_result", "care_with"]
        gone += [] if outcome == Outcome.DEFER else ["missing", "missing_from", "missing_by"]
        for name in [*gone, *([] if corrects else ["because"])]:
            del self.fields[name]
        if outcome == Outcome.DEFER:
            self.fields["missing_from"].choices = people  # type: ignore[attr-defined]
        for key, seat in seats.items():
            self.fields[f"{AGAINST}{key}"] = fields.Words(
                label=gettext("Why %(sector)s, %(organisation)s, did not agree")
                % {"sector": seat.get_sector_display(), "organisation": seat.organisation.name},
                hint=gettext("Leave empty if they agreed."),
                required=fields.UNMARKED,
                rows=2,
            )

    def clean_reason(self) -> str:
        return _whole(self.cleaned_data["reason"])

    def clean_care_considered(self) -> str:
        return _whole(self.cleaned_data["care_considered"])

    def said(self) -> Said:
        """As the action takes it."""
        given = {
            name: value for name, value in self.cleaned_data.items() if name in Said.__dataclass_fields__
        }
        if given.get("missing_from"):
            given["missing_from"] = UUID(given["missing_from"])
        against = {
            UUID(name.removeprefix(AGAINST)): why
            for name, why in self.cleaned_data.items()
            if name.startswith(AGAINST) and why
        }
        return Said(**given, dissents=against)


def _whole(said: str) -> str:
    if said and not is_sentence(said):
        raise ValidationError(_("Write at least one whole sentence."))
    return said
