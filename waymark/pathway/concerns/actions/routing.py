"""To whom a referral goes is agreed by a council and the police; whoever holds the machine writes it down."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority
from waymark.pathway.concerns.models import Routing


@deed("concerns.route")
def route(
    *,
    by: Actor,
    at: datetime,
    authority: Authority,
    with_police: bool,
    from_date: date,
    source: str,
    confirmed: bool = False,
) -> Routing:
    """From a day on, what is sent goes to the police of the area at the same time, or no more. Refusal where that day
    has a setting already, or no source is given."""
    setting = Routing(
        authority=authority, with_police=with_police, from_date=from_date, source=source, confirmed=confirmed
    )
    try:
        setting.full_clean()
    except ValidationError as fault:
        raise Refusal(" ".join(fault.messages)) from fault
    setting.save(force_insert=True)
    return setting
