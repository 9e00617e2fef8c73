"""What is needed by role, kind of place and course, and when; and a word to those whose people are due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import due, messages, policies
from waymark.delivery.training.models import Course, RefreshRule, StaffRole
from waymark.delivery.training.models.outcomes import WINDOW
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


@dataclass(frozen=True)
class Asked:
    """For whom, and what: a role or a code of the directory's kinds or both; a course, or any training."""

    role: StaffRole | None = None
    place_kind: str = ""
    course: Course | None = None
    is_needed: bool = True
    months: int | None = None
    window_days: int = WINDOW
    grace_days: int = 0
    reminds: bool = False


@deed("training.set-refresh")
def set_rule(
    *, by: Actor, at: datetime, authority_id: int, asked: Asked, from_on: date, because: str
) -> RefreshRule:
    """From a day on this holds. What was set before stays readable."""
    policies.plans(by, authority_id).require()
    if not because:
        raise Incomplete(_("Say why this is right."), field="because")
    if asked.role is None and not asked.place_kind:
        raise Incomplete(_("Choose a role, or a kind of place."), field="role")
    if asked.course is None and asked.months is None:
        raise Incomplete(
            _("Choose a course, or say after how many months any training is due."), field="course"
        )
    line = {"role": asked.role, "place_kind": asked.place_kind, "course": asked.course}
    alike = RefreshRule.objects.filter(authority_id=authority_id, **line)
    if alike.filter(from_on=from_on).exists():
        raise Refusal(_("Another period begins on this day already. Choose another day."), field="from_on")
    return RefreshRule.objects.create(
        **planned_by(authority_id), **vars(asked), from_on=from_on, because=because, recorded_by_id=by.user_id
    )


@deed("training.nudge")
def nudge(*, by: Actor, at: datetime, authority_id: int, where: Where) -> Institution | Organisation:
    """The contact of a place, and its head or manager, are told that people there are due: once in a month, and without
    a name or number."""
    policies.plans(by, authority_id).require()
    with lent(authority_id):
        place, told = tell_place(authority_id, where, at)
    if not told:
        raise NotNow(NO_ADDRESS)
    return place


def tell_place(authority_id: int, where: Where, at: datetime) -> tuple[Institution | Organisation, int]:
    """The place, and how many addresses it has: to each goes one message in a month."""
    place, addresses = due.addresses_of(authority_id, where, clock.uk_date(at))
    for at_place, address in enumerate(addresses):
        outbox.post(
            messages.DUE,
            to=address,
            key=f"{messages.DUE}:{place._meta.model_name}:{place.pk}:{clock.uk_date(at):%Y-%m}:{at_place}",
            link=reverse("training:visitor"),
            authority_id=authority_id,
            at=at,
        )
    return place, len(addresses)
