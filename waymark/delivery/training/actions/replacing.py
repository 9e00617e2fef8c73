"""Somebody who has a place cannot come: a colleague of the same place of work comes instead."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import messages, policies
from waymark.delivery.training.models import Booking, Substitution
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed

from .booking import Named, Where, known, require_before, trainee_of
from .granting import planned_by

ELSEWHERE = _("We know this person from another place of work. Book a place of their own for them.")


@deed("training.replace")
def replace(
    *, by: Actor, at: datetime, booking: Booking, version: int, instead: Named, knows: bool = False
) -> Booking:
    """By whoever booked or plans."""
    policies.replace(by, booking, at).require()
    with lent(booking.authority_id):
        return _replace(by, at, booking, version, instead, knows)


@deed("training.replace-by-link")
def replace_by_link(
    *, by: Actor, at: datetime, booking: Booking, instead: Named, knows: bool = False
) -> Booking:
    """By whoever holds the link to the booking. The link opens nothing from then on: the colleague gets another."""
    policies.replaceable(booking, at).require()
    return _replace(by, at, booking, None, instead, knows)


def _replace(
    by: Actor, at: datetime, booking: Booking, version: int | None, instead: Named, knows: bool
) -> Booking:
    """The place stays where it is; what the colleague needs to take part takes the place of what was needed before."""
    session = lock(booking.session)
    booking = lock(booking, version)
    booking.session = session
    policies.replaceable(booking, at).require()
    where = Where(booking.institution_id, booking.organisation_id)
    if not knows:
        require_before(by, session, where, [instead])
    held = known(booking.authority_id, where, instead)
    if held is not None and Where(held.institution_id, held.organisation_id) != where:
        raise Refusal(ELSEWHERE, field=instead.field)
    # Whoever booked sees the colleague as they saw the person before.
    seen_by = [grant for grant in booking.grants if grant.startswith(("user:", "visitor:"))]
    before, after = booking.trainee, trainee_of(session, where, instead, seen_by)
    made = Substitution.objects.create(
        **planned_by(booking.authority_id, *seen_by),
        booking=booking,
        before=before,
        after=after,
        changed_at=at,
        by_link=by.user_id is None and by.visitor_id is None,
        changed_by_id=by.user_id,
        visitor_id=by.visitor_id,
    )
    booking.trainee, booking.needs, booking.place_key = after, instead.needs, uuid.uuid4()
    booking.role_id = instead.role_id or booking.role_id
    booking.save_next("trainee", "needs", "place_key", "role")
    messages.tell(messages.PLACE, booking, session, at, change=str(made.pk))
    if before is not None and before.email:
        messages.tell_replaced(before.email, made, session, at)
    return booking
