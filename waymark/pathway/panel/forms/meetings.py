"""Who came to a meeting of a panel."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.meetings.models import Came
from waymark.pathway.panel.queries import Expected


class Attendance(Form):
    """One question for each seat of the day: who of those who may come for it did."""

    def __init__(self, *args: Any, places: list[Expected], decided: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place in places:
            came = [(str(p.pk), _("%(name)s came") % {"name": p.get_full_name()}) for p in place.people]
            self.fields[f"seat_{place.seat.pk}"] = fields.Choice(
                label=f"{place.seat.get_sector_display()}, {place.seat.organisation.name}",
                choices=[*came, (Came.APOLOGIES, Came.APOLOGIES.label), (Came.ABSENT, Came.ABSENT.label)],
                required=fields.UNMARKED,
            )
        if decided:
            self.fields["because"] = fields.Words(
                label=_("Why it is corrected"),
                hint=_(
                    "Something was decided at this meeting. Your reason stands beside each decision; the chair is told."
                ),
            )

    def came(self) -> dict[UUID, str]:
        """Seat → what was said of it; seats of which nothing was said are left out."""
        said = self.cleaned_data.items()
        return {
            UUID(name.removeprefix("seat_")): value
            for name, value in said
            if value and name.startswith("seat_")
        }
