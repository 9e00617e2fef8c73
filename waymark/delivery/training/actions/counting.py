"""How many staff a place has, on a day."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import headcounts, policies
from waymark.delivery.training.models import Headcount
from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed

from .booking import Where
from .granting import planned_by

TWICE = _(
    "This place is counted as a whole and by role at once, and people would count twice. Enter 0 for the one that "
    "does not hold any more, then try again."
)


@deed("training.count-staff")
def count(
    *, by: Actor, at: datetime, authority_id: int, where: Where, number: int, counted_on: date, source: str,
    role_id: UUID | None = None,
) -> Headcount:  # fmt: skip
    """A place, and a role there or all of its staff. An earlier count stays readable."""
    policies.plans(by, authority_id).require()
    if not source:
        raise Incomplete(_("Say where this number comes from."), field="source")
    if counted_on > clock.uk_date(at):
        raise Refusal(_("The date must be today or in the past."), field="counted_on")
    place = (where.institution_id, where.organisation_id)
    others = [
        one for one in headcounts.standing(authority_id, clock.uk_date(at))
        if (one.institution_id, one.organisation_id) == place and (one.role_id is None) != (role_id is None)
    ]  # fmt: skip
    if number and others:
        raise Refusal(TWICE, field="role")
    return Headcount.objects.create(
        **planned_by(authority_id), **where.fields(), role_id=role_id, number=number, counted_on=counted_on,
        source=source, recorded_by_id=by.user_id,
    )  # fmt: skip
