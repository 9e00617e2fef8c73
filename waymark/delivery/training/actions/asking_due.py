"""Where what is needed says so, people are told without a button: whoever is due, and who answers for their place."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404
from django.urls import reverse

from waymark.delivery.training import due, messages
from waymark.delivery.training.due import Addressed
from waymark.foundation import outbox
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority

from .refreshing import tell_place


def tell_everywhere(now: datetime | None = None) -> int:
    """How many people are due of whom somebody was to be told."""
    moment = now or clock.now()
    held = Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True)
    return sum(tell(authority_id, moment) for authority_id in held)


def tell(authority_id: int, now: datetime) -> int:
    """Each person once when they are asked and once when they are overdue; each place once in a month."""
    with acting(Actor.job("training", authority_id)):
        found = due.to_write_to(authority_id, clock.uk_date(now))
        for one in found:
            _tell_person(authority_id, one, now)
        for where in {one.where for one in found if any(one.where.fields().values())}:
            try:
                tell_place(authority_id, where, now)
            except Http404:
                continue  # a place outside the area, of which nobody here keeps contacts
    return len(found)


def _tell_person(authority_id: int, one: Addressed, now: datetime) -> None:
    if one.email:
        stage = "overdue" if one.is_overdue else "soon"
        outbox.post(
            messages.DUE_YOU,
            to=one.email,
            key=f"{messages.DUE_YOU}:{one.trainee_id}:{one.course_id or 'any'}:{one.due_on:%Y-%m-%d}:{stage}",
            link=reverse("training:visitor"),
            authority_id=authority_id,
            at=now,
        )
