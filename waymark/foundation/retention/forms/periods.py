"""How long one class of records is kept, from a day on; when it is sealed and how often it is reviewed, if it is."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.retention.classes import RetentionClass
from waymark.foundation.retention.periods import Period

UNITS = (("days", _("Days")), ("months", _("Months")), ("years", _("Years")))
TOO_LONG = _("These records may be kept for %(ceiling)s at most")


class SetPeriod(Form):
    """The period (`cleaned_data["period"]`), its first day, the reason. Beyond the ceiling: refused at the field.

    Classes that are sealed or reviewed also ask after how many months.
    """

    number = fields.Whole(label=_("Kept for how many?"), required=_("Enter how many"), least=1, most=7500)
    unit = fields.Choice(
        label=_("Days, months or years?"), choices=UNITS, required=_("Choose days, months or years")
    )
    seal_months = fields.Whole(
        label=_("Sealed after how many months?"),
        hint=_("0 means at once. Leave it empty to seal when the class says."),
        least=0,
        most=120,
        required=False,
    )
    review_months = fields.Whole(
        label=_("Reviewed every how many months?"),
        hint=_("Leave it empty to review when the class says."),
        least=1,
        most=60,
        required=False,
    )
    from_date = fields.Day(
        label=_("From which day?"), past=False, required=_("Enter the day from which it counts")
    )
    reason = fields.Line(
        label=_("Why is this period right?"), max_length=300, required=_("Say why this period is right")
    )

    def __init__(self, row: RetentionClass, *args: Any, **kwargs: Any) -> None:
        self.row = row
        super().__init__(*args, **kwargs)
        if row.sealed_after is None:
            del self.fields["seal_months"]
        if row.review_every is None:
            del self.fields["review_months"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        number, unit = given.get("number"), given.get("unit")
        if number and unit:
            period = Period(months=12 * number) if unit == "years" else Period(**{str(unit): number})
            given["period"] = period
            ceiling = self.row.ceiling
            if ceiling and period.measure > ceiling.measure:
                self.add_error("number", TOO_LONG % {"ceiling": ceiling.words})
        return given

    def said(self) -> dict[str, Any]:
        """What the action asks for."""
        given = {name: self.cleaned_data[name] for name in ("period", "from_date", "reason")}
        return given | {name: self.cleaned_data.get(name) for name in ("seal_months", "review_months")}
