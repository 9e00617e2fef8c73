"""When something is due: dated settings first, else the declared default; working days leave bank holidays out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext

from waymark.foundation.kernel import clock, months
from waymark.foundation.kernel.working_days import add_working_days
from waymark.foundation.places.models import Authority

from .declared import CLOCKS, LENGTHS, UNIT_WORDS, Unit
from .models import Clock

DAY_ENDS = time(23, 59)


@dataclass(frozen=True)
class Period:
    """A length, where it comes from, and whether a published source confirms it."""

    number: int
    unit: Unit
    source: Any
    confirmed: bool

    @property
    def words(self) -> str:
        return str(LENGTHS[self.unit] % {"count": self.number})

    @property
    def told(self) -> str:
        """The length and where it comes from, in the language of whoever reads it."""
        return f"{self.words}: {self.source}"

    @property
    def kept(self) -> str:
        """As a record keeps the period it was due by, in no language: `told_of` says it."""
        with translation.override(None):
            return f"{self.number} {self.unit} {self.source}"


def told_of(kept: str) -> str:
    """What a record keeps of its periods (`Period.kept`, a line each), in the language of whoever reads it."""
    parts = (line.split(" ", 2) for line in kept.splitlines())
    return " + ".join(
        Period(int(number), Unit(unit), gettext(source), confirmed=False).told
        for number, unit, source in parts
    )


def period(code: str, *, on: date, authority_id: int | None = None) -> Period:
    """The period in force on a day: the authority’s own, else the service’s, else the default. One query.

    ValueError when no part declares the clock.
    """
    if code not in CLOCKS:
        raise ValueError(f"no part declares the clock {code}")
    found = (
        Clock.objects.filter(
            Q(authority_id=authority_id) | Q(authority__isnull=True), code=code, from_date__lte=on
        )
        .order_by(F("authority_id").asc(nulls_last=True), "-from_date")
        .first()
    )
    if found:
        return Period(found.number, Unit(found.unit), found.source, found.confirmed)
    default = CLOCKS[code]
    return Period(default.number, default.unit, default.source, default.confirmed)


def due(code: str, start: datetime, *, authority_id: int | None = None) -> datetime:
    """When a period that begins at `start` is over. Days run to the end of the last day in the United Kingdom."""
    length = period(code, on=clock.uk_date(start), authority_id=authority_id)
    if length.unit == Unit.HOURS:
        # In UTC, where no hour is skipped or comes twice.
        return start.astimezone(UTC) + timedelta(hours=length.number)
    day = clock.uk_date(start)
    if length.unit == Unit.WORKING_DAYS:
        last = add_working_days(day, length.number, nation(authority_id))
    elif length.unit == Unit.MONTHS:
        last = months.after(day, length.number)
    else:
        last = day + timedelta(days=length.number)
    return datetime.combine(last, DAY_ENDS, clock.UK)


def nation(authority_id: int | None) -> str:
    """Whose bank holidays count."""
    found = (
        Authority.objects.filter(pk=authority_id).values_list("nation", flat=True).first()
        if authority_id
        else None
    )
    return found or "england"


def listed() -> list[dict[str, Any]]:
    """Every declared clock with its default, for the reference and the settings page."""
    return [
        {"code": c.code, "title": c.title, "number": c.number, "unit": UNIT_WORDS[c.unit], "source": c.source,
         "confirmed": c.confirmed}
        for c in sorted(CLOCKS.values(), key=lambda c: c.code)
    ]  # fmt: skip
