"""Refreshers: after how many months a role is due again; and a word to the institution whose people are."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import due, messages, policies
from waymark.delivery.training.models import RefreshRule, StaffRole
from waymark.foundation import outbox
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Institution, Organisation

from .booking import Where
from .granting import planned_by

NO_ADDRESS = _("We have no email address of a contact there. Add one in the directory, or call them.")


@deed("training.set-refresh")
def set_rule(
    *, by: Actor, at: datetime, role: StaffRole, months: int, from_on: date, because: str
) -> RefreshRule:
    """From a day on people in that role are due again after so many months. Earlier rules stay readable."""
    policies.plans(by, role.authority_id).require()
    if not because:
        raise Incomplete(_("Say why this period is right."), field="because")
    if role.rules.filter(from_on=from_on).exists():
        raise Refusal(_("Another period begins on this day already. Choose another day."), field="from_on")
    return RefreshRule.objects.create(
        **planned_by(role.authority_id), role=role, months=months, from_on=from_on, because=because,
        recorded_by_id=by.user_id,
    )  # fmt: skip


@deed("training.nudge")
def nudge(*, by: Actor, at: datetime, authority_id: int, where: Where) -> Institution | Organisation:
    """The contact of a place is told that people there are due again: once in a month, and without a name or number."""
    policies.plans(by, authority_id).require()
    with lent(authority_id):
        place, address = due.contact_of(authority_id, where, clock.uk_date(at))
    if not address:
        raise NotNow(NO_ADDRESS)
    outbox.post(
        messages.DUE,
        to=address,
        key=f"{messages.DUE}:{place._meta.model_name}:{place.pk}:{clock.uk_date(at):%Y-%m}",
        link=reverse("training:visitor"),
        authority_id=authority_id,
        at=at,
    )
    return place
