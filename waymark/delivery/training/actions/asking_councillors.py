"""Councillors without their induction are told once before it is due and once after, if their term says so."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse

from waymark.delivery.training import inductions, messages, worklist
from waymark.delivery.training.inductions import Induction
from waymark.foundation import outbox
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority

BEFORE = timedelta(days=14)


def tell_everywhere(now: datetime | None = None) -> None:
    """Also brings the task of each term up to date: attendances tell that an induction was had."""
    moment = now or clock.now()
    for authority_id in Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True):
        with acting(Actor.job("training", authority_id)) as by:
            for term in inductions.running(authority_id, clock.uk_date(moment)):
                for one in inductions.of(term, clock.uk_date(moment)) if term.reminds else ():
                    _tell(one, moment)
                worklist.induct(term, by, moment)


def _tell(one: Induction, at: datetime) -> None:
    day, councillor = clock.uk_date(at), one.councillor
    if one.done_on is not None or not councillor.email or councillor.due_on - BEFORE > day:
        return
    stage = "overdue" if one.is_overdue(day) else "soon"
    outbox.post(
        messages.INDUCTION,
        to=councillor.email,
        key=f"{messages.INDUCTION}:{councillor.pk}:{stage}",
        link=reverse("training:visitor"),
        authority_id=councillor.authority_id,
        at=at,
    )
