"""What waits for whom about people: a possible earlier record that nobody could tell about."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.access.actors import Actor
from waymark.foundation.tasks import ClockDefault, Kind, Unit

from .models import Match

CLOCK = ClockDefault(
    "people.cannot-tell",
    _("Finding out whether two records are of one person"),
    5,
    Unit.WORKING_DAYS,
    "Set locally; no national period is published",
)
CANNOT_TELL = Kind(
    "people.cannot-tell",
    _("Find out whether an earlier record is of the same person"),
    "people:seen-before",
    "people.cannot-tell",
)


def declare() -> None:
    tasks.declare(CANNOT_TELL)
    tasks.declare_clock(CLOCK)


def follow(match: Match, by: Actor, at: datetime) -> None:
    """“Cannot tell” leaves a task with those who may see the person, until every such answer is another one."""
    person = match.person
    if match.answer == Match.Answer.CANNOT_TELL:
        team = next(grant for grant in person.grants if not grant.startswith("system:"))
        tasks.ask(CANNOT_TELL.code, about=person, to=team, by=by, at=at)
    elif not Match.objects.filter(person=person, answer=Match.Answer.CANNOT_TELL).exists():
        tasks.done(CANNOT_TELL.code, about=person, by=by, at=at)
