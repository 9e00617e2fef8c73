"""Dates as people know them: the day, only the month, or only the year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import drawing
from waymark.foundation.kernel import clock

from .asking import Asked

PARTS = ("day", "month", "year")
NAMES = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
MISSING = {
    ("day",): _("The date must include a day"),
    ("month",): _("The date must include a month"),
    ("year",): _("The date must include a year"),
    ("day", "month"): _("The date must include a day and a month"),
    ("day", "year"): _("The date must include a day and a year"),
    ("month", "year"): _("The date must include a month and a year"),
}
MAY_LACK: dict[str, list[tuple[str, ...]]] = {
    "day": [()],
    "month": [(), ("day",)],
    "year": [(), ("day",), ("day", "month")],
}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr ion",
            "february feb chwefror chwe",
            "march mar mawrth maw",
            "april apr ebrill ebr",
            "may mai",
            "june jun mehefin meh",
            "july jul gorffennaf gorff",
            "august aug awst",
            "september sep sept medi",
            "october oct hydref hyd",
            "november nov tachwedd tach",
            "december dec rhagfyr rhag",
        ),
        start=1,
    )
    for name in names.split()
}
EARLIEST = 1900
LATEST = 2200


@dataclass(frozen=True)
class Part:
    """A date known to the `precision` of day, month or year. `date` is its first day."""

    date: date
    precision: str

    def __str__(self) -> str:
        return {"day": str(self.date), "month": f"{self.date:%Y-%m}", "year": f"{self.date:%Y}"}[
            self.precision
        ]


class ThreeInputs(forms.Widget):
    """`<name>-day`, `<name>-month`, `<name>-year`. Its value is a dict of what was typed, to the letter."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        return {part: str(data.get(f"{name}-{part}", "")) for part in PARTS}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return all(f"{name}-{part}" not in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-day"


class Day(Asked):
    """A date in three inputs.

    `precision`: `day` gives a `datetime.date`. `month` allows month and year, `year` allows the year alone: these
    give a `Part`, as precise as what was typed. `future=False` refuses dates after today, `past=False` before.
    """

    component = "date-input"
    missing = _("Enter a date")

    def __init__(
        self, *, precision: str = "day", future: bool = True, past: bool = True, **options: Any
    ) -> None:
        if precision not in PARTS:
            raise ValueError(precision)
        self.precision, self.future, self.past = precision, future, past
        self.birthday = options.get("autocomplete") == "bday"
        super().__init__(widget=ThreeInputs, **options)

    def clean(self, value: Any) -> Any:
        parts = {part: str((value or {}).get(part, "")).strip() for part in PARTS}
        if not any(parts.values()):
            if self.required:
                raise self.fail("required")
            return None
        precise = self._precision_of(parts)
        found = self._date(parts, precise)
        self._in_time(found, precise)
        return found if self.precision == "day" else Part(found, precise)

    def _precision_of(self, parts: dict[str, str]) -> str:
        """How precise the answer is; an error names the part that is missing."""
        missing = tuple(part for part in PARTS if not parts[part])
        may_lack = MAY_LACK[self.precision]
        if missing not in may_lack:
            raise ValidationError(MISSING[missing], code="missing_" + "_".join(missing))
        return {0: "day", 1: "month", 2: "year"}[len(missing)]

    def _date(self, parts: dict[str, str], precise: str) -> date:
        month = str(MONTHS.get(parts["month"].casefold(), parts["month"]))
        numbers = {"day": parts["day"] or "1", "month": month or "1", "year": parts["year"]}
        for part, number in numbers.items():
            if not re.fullmatch(r"[0-9]{1,4}", number):
                raise ValidationError(
                    _("The date must be real: use numbers, like 27 3 2026"), code=f"invalid_{part}"
                )
        if len(numbers["year"]) != 4:
            raise ValidationError(_("Year must include 4 numbers"), code="invalid_year")
        if not 1 <= int(numbers["month"]) <= 12:
            raise ValidationError(_("Month must be between 1 and 12"), code="invalid_month")
        try:
            found = date(int(numbers["year"]), int(numbers["month"]), int(numbers["day"]))
        except ValueError as impossible:
            raise ValidationError(_("The date must be a real date"), code="invalid_day") from impossible
        if not EARLIEST <= found.year <= LATEST:
            raise ValidationError(
                _("Year must be between %(from)s and %(to)s"),
                code="range_year",
                params={"from": EARLIEST, "to": LATEST},
            )
        return found

    def _in_time(self, found: date, precise: str) -> None:
        today = clock.today()
        last = {
            "day": found,
            "month": found if (found.year, found.month) != (today.year, today.month) else today,
            "year": found if found.year != today.year else today,
        }[precise]
        if not self.future and found > today:
            raise ValidationError(_("The date must be today or in the past"), code="future")
        if not self.past and last < today:
            raise ValidationError(_("The date must be today or in the future"), code="past")

    def prepare_value(self, value: Any) -> dict[str, str]:
        """What stands in the inputs: what was typed, or the parts of a date."""
        if isinstance(value, Mapping):
            return {part: str(value.get(part, "")) for part in PARTS}
        part = value if isinstance(value, Part) else Part(value, "day") if isinstance(value, date) else None
        if part is None:
            return dict.fromkeys(PARTS, "")
        shown = {"day": ("day", "month", "year"), "month": ("month", "year"), "year": ("year",)}[
            part.precision
        ]
        return {name: str(getattr(part.date, name)) if name in shown else "" for name in PARTS}

    def faulty(self, bound: BoundField) -> list[str]:
        """The parts the error is about; all of them when it is about the whole date."""
        errors = bound.errors.as_data() if bound.errors else []
        if not errors:
            return []
        named = [part for part in PARTS if part in (errors[0].code or "").split("_")[1:]]
        return named or list(PARTS)

    def error_target(self, bound: BoundField) -> str:
        return f"{bound.auto_id}-{(self.faulty(bound) or ['day'])[0]}"

    def params(self, bound: BoundField) -> dict[str, Any]:
        held, faulty = bound.value() or {}, self.faulty(bound)
        items = []
        for part in PARTS:
            width = "govuk-input--width-4" if part == "year" else "govuk-input--width-2"
            error = " govuk-input--error" if part in faulty else ""
            item = {"name": part, "label": NAMES[part], "classes": width + error, "value": held.get(part, "")}
            if self.birthday:
                item["autocomplete"] = f"bday-{part}"
            items.append(item)
        params = drawing.as_fieldset(drawing.outline(bound))
        return params | {"namePrefix": bound.html_name, "items": items}

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.prepare_value(initial) != self.prepare_value(data)
