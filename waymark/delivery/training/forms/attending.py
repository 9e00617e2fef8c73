"""Who came, on one page: those who had booked, and others."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from waymark.delivery.training.actions.attending import OfBooking, Others
from waymark.delivery.training.models import Attendance, Booking, Came, Trainee
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

from .planning import where_of

BLANK = 3


def place_of(row: Booking | Attendance | Trainee) -> str:
    """The name of where they work, in words."""
    return str(row.institution or row.organisation or _("no place named"))


def value_of(row: Booking | Attendance) -> str:
    return (
        f"i:{row.institution_id}"
        if row.institution_id
        else f"o:{row.organisation_id}"
        if row.organisation_id
        else ""
    )


class Attend(Form):
    """A question for each booking; then `others` as they were entered before, and a few empty lines.

    `signed`: keys of the bookings of those who said by the code that they are there.
    """

    marks_optional = False

    def __init__(
        self,
        *args: Any,
        bookings: list[Booking],
        others: list[Attendance],
        places: list,
        roles: list,
        signed: frozenset = frozenset(),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bookings, self.lines = bookings, len(others) + BLANK
        for booking in bookings:
            self.fields[f"booking_{booking.pk}"] = _of_booking(booking, booking.pk in signed)
        for number in range(1, self.lines + 1):
            held = others[number - 1] if number <= len(others) else None
            self._others(number, held, places, roles)

    def _others(self, number: int, held: Attendance | None, places: list, roles: list) -> None:
        self.fields[f"others_{number}"] = fields.Whole(
            label=_("Others who came, line %(number)s: how many?") % {"number": number}, required=False, most=5000,
            initial=held.number if held else None,
        )  # fmt: skip
        self.fields[f"where_{number}"] = fields.Pick(
            label=_("Line %(number)s: where do they work?") % {"number": number}, choices=places, required=False,
            initial=value_of(held) if held else None,
        )  # fmt: skip
        self.fields[f"role_{number}"] = fields.Pick(
            label=_("Line %(number)s: as what did they come?") % {"number": number}, choices=roles, required=False,
            initial=str(held.role_id or "") if held else None, typing=False,
        )  # fmt: skip

    def of_bookings(self) -> list[OfBooking]:
        """What was said of bookings; those of which nothing was said are left out."""
        found = []
        for booking in self.bookings:
            said = self.cleaned_data.get(f"booking_{booking.pk}")
            if said in ("", None):
                continue
            named = booking.trainee_id is not None
            found.append(OfBooking(booking.pk, said if named else Came.CAME, 1 if named else said))
        return found

    def others(self) -> list[Others]:
        found = []
        for number in range(1, self.lines + 1):
            count, where = self.cleaned_data[f"others_{number}"], self.cleaned_data[f"where_{number}"]
            if not count:
                continue
            kind, key = where_of(where)
            role = self.cleaned_data[f"role_{number}"]
            found.append(
                Others(
                    count,
                    key if kind == "i" else None,
                    key if kind == "o" else None,
                    UUID(role) if role else None,
                )
            )
        return found


def _of_booking(booking: Booking, signed: bool) -> Any:
    held = getattr(booking, "attendance", None)
    came = held.came if held else Came.CAME if signed else None
    if booking.trainee is not None:
        return fields.Choice(
            label=f"{booking.trainee.name}, {place_of(booking)}", choices=Came.choices, required=False,
            initial=came, classes="govuk-radios--inline",
        )  # fmt: skip
    number = None if held is None else 0 if held.came == Came.NO_SHOW else held.number
    words = {"place": place_of(booking), "number": booking.number}
    return fields.Whole(
        label=_("%(place)s: %(number)s had booked. How many came?") % words,
        required=False,
        most=5000,
        initial=number,
    )
