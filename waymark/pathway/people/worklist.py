"""What waits for whom about people: a possible earlier record that nobody could tell about."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.access.actors import Actor
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit

from .models import Match, OwnerQuestion, Person

CLOCK = ClockDefault(
    "people.cannot-tell",
    _("Finding out whether two records are of one person"),
    5,
    Unit.WORKING_DAYS,
    LOCAL,
)
CANNOT_TELL = Kind(
    "people.cannot-tell",
    _("Find out whether an earlier record is of the same person"),
    "people:seen-before",
    "people.cannot-tell",
)


ASK_OWNER = Kind(
    "people.ask-owner",
    _("Say what may be known of an earlier record"),
    "people:answer-owner",
    "people.cannot-tell",
    url_takes="id",
)
OWNER_ANSWERED = Kind(
    "people.owner-answered",
    _("The record owner has answered: look at the possible match"),
    "people:seen-before",
    "people.cannot-tell",
)


def declare() -> None:
    tasks.declare(CANNOT_TELL, ASK_OWNER, OWNER_ANSWERED)
    tasks.declare_clock(CLOCK)


def owner_of(person: Person) -> str:
    """The grant of whoever owns sealed records of that authority: the Prevent lead."""
    return f"authority:{person.authority_id}:lead"


def owner_asked(question: OwnerQuestion, by: Actor, at: datetime) -> None:
    reference = question.person.reference
    tasks.ask(ASK_OWNER.code, about=question, to=owner_of(question.person), by=by, at=at, reference=reference)


def owner_answered(question: OwnerQuestion, by: Actor, at: datetime) -> None:
    """The owner’s task is done; whoever asked gets one, which ends with their answer to the match."""
    tasks.done(ASK_OWNER.code, about=question, by=by, at=at)
    tasks.ask(
        OWNER_ANSWERED.code,
        about=question.person,
        to=question.asked_by,
        by=by,
        at=at,
        for_grant=_team(question.person),
    )


def follow(match: Match, by: Actor, at: datetime) -> None:
    """“Cannot tell” leaves a task with those who may see the person, until every such answer is another one."""
    person = match.person
    tasks.done(OWNER_ANSWERED.code, about=person, by=by, at=at)
    if match.answer == Match.Answer.CANNOT_TELL:
        tasks.ask(CANNOT_TELL.code, about=person, to=_team(person), by=by, at=at)
    elif not Match.objects.filter(person=person, answer=Match.Answer.CANNOT_TELL).exists():
        tasks.done(CANNOT_TELL.code, about=person, by=by, at=at)


def regranted(person: Person, by: Doer, at: datetime) -> None:
    """Others may see the person now: what waits about a match waits for them, and what waits for its owner or for
    whoever asked is kept with the record."""
    tasks.carry(person, *OwnerQuestion.objects.filter(person=person, answered_at__isnull=True))
    if Match.objects.filter(person=person, answer=Match.Answer.CANNOT_TELL).exists():
        tasks.done(CANNOT_TELL.code, about=person, by=by, at=at)
        tasks.ask(CANNOT_TELL.code, about=person, to=_team(person), by=by, at=at)


def _team(person: Person) -> str:
    """The grant of those who may see the person: the first of the row’s."""
    return next(grant for grant in person.grants if not grant.startswith(("system:", "record:")))
