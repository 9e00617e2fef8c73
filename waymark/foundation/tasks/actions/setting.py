"""How long a step may take in one authority, from a day on: added with its source, never changed."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.tasks import policies
from waymark.foundation.tasks.declared import CLOCKS, LENGTHS, ClockDefault
from waymark.foundation.tasks.models import Clock


@deed("tasks.set-time")
def set_time(
    *,
    by: Actor,
    at: datetime,
    authority_id: int,
    code: str,
    number: int,
    unit: str,
    from_date: date,
    source: str,
    confirmed: bool,
) -> Clock:
    """What becomes due from that day on is due by it; what is due already stays so. Refusal at its field."""
    policies.set_time(by, authority_id).require()
    if code not in CLOCKS:
        raise Refusal(_("There is no such step."))
    if from_date < clock.uk_date(at):
        raise Refusal(_("The day must not be in the past."), field="from_date")
    _no_longer(CLOCKS[code], number, unit)
    row = Clock(
        authority_id=authority_id, code=code, number=number, unit=unit, from_date=from_date, source=source,
        confirmed=confirmed, recorded_at=at,
    )  # fmt: skip
    try:
        row.full_clean()
    except ValidationError as fault:
        raise Refusal(" ".join(fault.messages), field="from_date") from fault
    row.save(force_insert=True)
    return row


def _no_longer(default: ClockDefault, number: int, unit: str) -> None:
    """What a published source says, the law above all, may be shorter here and not longer."""
    if default.confirmed and (unit != default.unit or number > default.number):
        length = LENGTHS[default.unit] % {"count": default.number}
        words = _("%(source)s says %(length)s. Enter that or a shorter time, counted in the same way.")
        raise Refusal(words % {"source": default.source, "length": length}, field="number")
