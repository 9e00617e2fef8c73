"""To whom a referral goes is agreed by a council and the police; the Prevent lead writes it down."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.concerns import policies
from waymark.pathway.concerns.models import Routing


@deed("concerns.route")
def route(
    *,
    by: Actor,
    at: datetime,
    authority_id: int,
    with_police: bool,
    from_date: date,
    source: str,
    confirmed: bool = False,
) -> Routing:
    """From a day on, what is sent goes to the police of the area at the same time, or no more. Refusal where that day
    is over or has a setting already, or no source is given."""
    policies.route(by, authority_id).require()
    if from_date < clock.uk_date(at):
        raise Refusal(_("The day must not be in the past."), field="from_date")
    setting = Routing(
        authority_id=authority_id, with_police=with_police, from_date=from_date, source=source,
        confirmed=confirmed, recorded_at=at,
    )  # fmt: skip
    try:
        setting.full_clean()
    except ValidationError as fault:
        raise Refusal(" ".join(fault.messages), field="from_date" if source else "source") from fault
    setting.save(force_insert=True)
    return setting
