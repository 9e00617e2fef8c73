"""Who is due, by what is needed as at a day: for each place how many, then who. What `due.sql` answers is read here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import Http404

from waymark.foundation.directory.models import Contact
from waymark.foundation.places.models import Institution, Organisation

from .actions.booking import Where
from .models import Trainee

# Which contact of a place is written to: the first of these that it has.
ASKED = (Contact.Role.TRAINING, Contact.Role.DSL, Contact.Role.PREVENT_LEAD, Contact.Role.HEAD)
OF_PLACES = """SELECT t.institution_id, t.organisation_id,
       coalesce(nullif(max(i.local_name), ''), max(i.name), max(o.name), ''),
       count(*), count(*) FILTER (WHERE d.soon AND NOT d.late), count(*) FILTER (WHERE d.late)
  FROM there t
  LEFT JOIN (SELECT trainee_id, bool_or(is_overdue) AS late, bool_or(is_soon) AS soon FROM due GROUP BY 1) d
       ON d.trainee_id = t.id
  LEFT JOIN places_institution i ON i.id = t.institution_id
  LEFT JOIN places_organisation o ON o.id = t.organisation_id
 GROUP BY 1, 2 HAVING bool_or(d.late) OR bool_or(d.soon)
 ORDER BY 6 DESC, 5 DESC, 3, 1, 2"""
# Where two lines ask one person for the same course, the stricter holds.
OF_PEOPLE = """SELECT * FROM (
    SELECT DISTINCT ON (t.id, d.course_id) t.name, coalesce(r.name, ''), coalesce(c.name, ''), d.last_on, d.due_on,
           d.is_overdue, d.is_declared
      FROM due d JOIN there t ON t.id = d.trainee_id
      LEFT JOIN training_staffrole r ON r.id = t.role_id LEFT JOIN training_course c ON c.id = d.course_id
     WHERE d.is_overdue OR d.is_soon
     ORDER BY t.id, d.course_id, d.due_on) AS found
 ORDER BY due_on, name, 3"""
TO_WRITE_TO = """SELECT DISTINCT ON (t.id, d.course_id) t.id, t.email, d.course_id, d.due_on, d.is_overdue,
       t.institution_id, t.organisation_id
  FROM due d JOIN there t ON t.id = d.trainee_id
 WHERE d.reminds AND (d.is_overdue OR d.is_soon)
 ORDER BY t.id, d.course_id, d.due_on"""


AT_PLACE = """AND t.institution_id IS NOT DISTINCT FROM %(institution_id)s
       AND t.organisation_id IS NOT DISTINCT FROM %(organisation_id)s"""
# An array, not a join: their attendances are found by the index, however many there are of others.
OF_PLACE = "AND trainee_id = ANY (ARRAY(SELECT id FROM there))"


@dataclass(frozen=True)
class At:
    """One place: how many people there are known by name, are asked to book now, and are overdue."""

    where: Where
    name: str
    known: int
    soon: int
    overdue: int


@dataclass(frozen=True)
class Due:
    """Somebody is due. `course` is empty where any training will do; `last_on` is None for the first time.

    `is_declared`: what says so is a certificate from elsewhere that was confirmed.
    """

    name: str
    role: str
    course: str
    last_on: date | None
    due_on: date
    is_overdue: bool
    is_declared: bool


@dataclass(frozen=True)
class Addressed:
    """Somebody who is written to by itself, as what is needed of them says so. `email` may be empty."""

    trainee_id: UUID
    email: str
    course_id: UUID | None
    due_on: date
    is_overdue: bool
    where: Where


@cache
def _lines() -> str:
    return (Path(__file__).parent / "sql" / "due.sql").read_text(encoding="utf-8")


def statement(select: str, *, at_place: bool = False) -> str:
    """A SELECT of our own of the table `due` of due.sql. It wants `authority`, `day`, and what it names itself;
    `at_place`: also `institution_id` and `organisation_id`, and is of the people there alone."""
    lines = (
        _lines().replace("{at}", AT_PLACE if at_place else "").replace("{of}", OF_PLACE if at_place else "")
    )
    return f"{lines} {select}"


def rows(
    authority_id: int, day: date, select: str, *, at_place: bool = False, **given: Any
) -> list[tuple[Any, ...]]:
    """What a SELECT of our own answers of the table `due` of due.sql, as at a day. One query."""
    with connection.cursor() as cursor:
        cursor.execute(statement(select, at_place=at_place), {"authority": authority_id, "day": day, **given})
        return cursor.fetchall()


def by_place(authority_id: int, day: date) -> list[At]:
    """Places with somebody who is asked to book or overdue, most overdue first. One query."""
    return [At(Where(*row[:2]), *row[2:]) for row in rows(authority_id, day, OF_PLACES)]


def those_at(authority_id: int, where: Where, day: date) -> list[Due]:
    """By name: those of one place who are asked to book or overdue, the longest due first. One query."""
    given = {"institution_id": where.institution_id, "organisation_id": where.organisation_id}
    return [Due(*row) for row in rows(authority_id, day, OF_PEOPLE, at_place=True, **given)]


def to_write_to(authority_id: int, day: date) -> list[Addressed]:
    """Of what says that people are written to by itself: who is due. One query."""
    found = rows(authority_id, day, TO_WRITE_TO)
    return [
        Addressed(person, email, course, due_on, is_overdue, Where(institution, organisation))
        for person, email, course, due_on, is_overdue, institution, organisation in found
    ]


def place_of(authority_id: int, where: Where) -> Institution | Organisation:
    """The record of a place. Http404 when there is none in this authority."""
    found: Institution | Organisation | None
    if where.institution_id:
        known = Trainee.objects.filter(
            authority_id=authority_id, institution_id=where.institution_id
        ).exists()
        found = Institution.objects.filter(pk=where.institution_id).first() if known else None
    else:
        found = Organisation.objects.filter(pk=where.organisation_id, authority_id=authority_id).first()
    if found is None:
        raise Http404
    return found


def addresses_of(authority_id: int, where: Where, day: date) -> tuple[Institution | Organisation, list[str]]:
    """The place, and whom to write to there."""
    place = place_of(authority_id, where)
    return place, addresses_at(authority_id, place, day)


def addresses_at(authority_id: int, place: Institution | Organisation, day: date) -> list[str]:
    """The addresses of whoever answers for training or safeguarding there and of its head or manager: each once, none
    where none is known. One query."""
    asked = Contact.objects.valid_on(day).at_any([place]).filter(authority_id=authority_id).exclude(email="")
    held = sorted(
        asked, key=lambda one: (ASKED.index(one.role) if one.role in ASKED else len(ASKED), str(one.pk))
    )
    heads = [one for one in held if one.role == Contact.Role.HEAD]
    found = {one.email.lower(): one.email for one in [*held[:1], *heads[:1]]}
    if not found and isinstance(place, Organisation) and place.contact_email:
        return [place.contact_email]
    return list(found.values())
