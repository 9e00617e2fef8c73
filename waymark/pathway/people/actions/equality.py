"""Equality answers are written here and read nowhere: they are only ever counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lending
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.people.models import EqualityAnswers, Person

GRANT = "authority:{authority}:equality"


@deed("people.record-equality")
def record_equality(*, by: Actor, at: datetime, person: Person, answers: Mapping[str, str]) -> Person:
    """Replaces the answers. `answers` has the fields of EqualityAnswers; those left out count as not asked.

    Returns the person, not the answers: whoever wrote them may not read them again.
    """
    grant = GRANT.format(authority=person.authority_id)
    with lending(grant):
        EqualityAnswers.objects.filter(person_key=person.pk).delete()
        EqualityAnswers.objects.create(
            authority_id=person.authority_id,
            grants=[grant, person.system_grant()],
            person_key=person.pk,
            answered_at=at,
            **answers,
        )
    return person
