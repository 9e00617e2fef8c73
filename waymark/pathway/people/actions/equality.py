"""Equality answers are written here and read nowhere: they are only ever counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lending
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.people.equality_lists import QUESTIONS, asked_at, choices_of
from waymark.pathway.people.models import EqualityAnswers, Person
from waymark.pathway.people.models.equality import NOT_ASKED

from .words import NOT_LISTED

GRANT = "authority:{authority}:equality"


@deed("people.record-equality")
def record_equality(*, by: Actor, at: datetime, person: Person, answers: Mapping[str, str]) -> Person:
    """Replaces the answers. `answers` has the fields of EqualityAnswers; those left out count as not asked.

    Returns the person, not the answers: whoever wrote them may not read them again. Refusal for an answer that is
    not in the list of its question, or to one that is not asked of somebody so young.
    """
    asked = asked_at(person.age_on(clock.uk_date(at)))
    for question in QUESTIONS:
        answer = answers.get(question, NOT_ASKED)
        if answer not in dict(choices_of(question)) or (question not in asked and answer != NOT_ASKED):
            raise Refusal(NOT_LISTED, field=question)
    grant = GRANT.format(authority=person.authority_id)
    given = dict.fromkeys(QUESTIONS, NOT_ASKED) | {"why_not_asked": "", "source": ""} | dict(answers)
    with lending(grant):
        EqualityAnswers.objects.update_or_create(
            person_key=person.pk,
            defaults=given | {"answered_at": at},
            create_defaults=given
            | {
                "answered_at": at,
                "authority_id": person.authority_id,
                "grants": [grant, person.system_grant()],
            },
        )
    return person


def unlink(person: Person) -> int:
    """The answers stay to be counted; whose they were is forgotten, and with it the words that could tell. Part of a
    deed that seals. How many."""
    with lending(GRANT.format(authority=person.authority_id)):
        mine = EqualityAnswers.objects.filter(person_key=person.pk)
        return mine.update(id=uuid4(), person_key=uuid4(), salt=uuid4(), why_not_asked="")
