"""Questions about people that cross models."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from .models import Match, Person, PersonName

CONNECTED = """
WITH RECURSIVE same(id) AS (
    SELECT %s::uuid
    UNION
    SELECT CASE WHEN l.person_id = same.id THEN l.other_id ELSE l.person_id END
      FROM same JOIN people_personlink l ON same.id IN (l.person_id, l.other_id) AND l.undone_at IS NULL
)
SELECT id FROM same
"""


def same_people(person: Person) -> set[UUID]:
    """Keys of every record that somebody linked to this person, the person’s own included. One query."""
    with connection.cursor() as cursor:
        cursor.execute(CONNECTED, [person.pk])
        return {key for (key,) in cursor.fetchall()}


def unanswered(person: Person) -> QuerySet[Match]:
    """Possible earlier records that nobody has answered for yet."""
    return Match.objects.filter(person=person, answer="")


def main_name(person: Person) -> str:
    """The person’s name as it is shown. One query."""
    name = PersonName.objects.filter(person=person).order_by("-is_main", "recorded_at").first()
    return name.full_name if name else person.reference


def equality_answered_at(person: Person) -> datetime | None:
    """When the equality questions were last answered, never what was answered. One query.

    The database refuses for a person whom the present context does not hold.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.equality_answered_at(%s)", [person.pk])
        return cursor.fetchone()[0]
