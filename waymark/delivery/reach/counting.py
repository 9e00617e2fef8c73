"""The figures of reach: one statement for each, from the tally; over the authority’s records, whoever asks.

A caller has asked the policy first: counting borrows the grant of the system’s own steps, and answers numbers
and places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

from waymark.foundation.access.context import lent
from waymark.foundation.measures import small
from waymark.foundation.measures.periods import Period
from waymark.foundation.places.models import Institution
from waymark.foundation.places.succession import AFTER


class By(StrEnum):
    """What the area is cut by. Organisations have no phase and no trust: they are counted by kind alone."""

    PHASE = "phase"
    WARD = "ward"
    TRUST = "trust"
    KIND = "kind"


# Of each cut the value that stands in addresses, and is shown (NONE where nothing is known). Wards of an area differ by
# name, and so do trusts.
CUTS = {
    By.PHASE: "coalesce(nullif(phase, ''), 'none')",
    By.WARD: "coalesce(nullif(ward, ''), 'none')",
    By.TRUST: "coalesce(nullif(trust_name, ''), 'none')",
    By.KIND: "kind",
}
NONE = "none"
# They stand behind the others.
LAST = (Institution.NO_PHASE, NONE)


class Which(StrEnum):
    """Which places of the area a list shows."""

    ALL = "all"
    REACHED = "reached"
    NOT_REACHED = "not-reached"
    NEVER = "never"
    NOT_SINCE = "not-since"
    NO_CONTACT = "no-contact"
    NO_LEAD = "no-lead"


# Whoever answers for a place on the last day, in the directory.
CONTACT = """SELECT FROM directory_contact c WHERE c.authority_id = %(authority)s
    AND CASE WHEN institution THEN c.institution_id = place ELSE c.organisation_id = -place END
    AND (c.from_on IS NULL OR c.from_on <= %(until_on)s) AND (c.until_on IS NULL OR c.until_on >= %(until_on)s)"""
# A safeguarding or Prevent lead of the directory who came to training within 24 months, known by the email address.
TRAINED_LEAD = f"""{CONTACT} AND c.role IN ('dsl', 'deputy_dsl', 'prevent_lead') AND c.email <> '' AND EXISTS (
    SELECT FROM training_trainee t JOIN training_attendance a ON a.trainee_id = t.id
     WHERE t.authority_id = c.authority_id AND lower(t.email) = lower(c.email) AND a.came <> 'no_show'
       AND a.held_on BETWEEN %(until_on)s::date - interval '24 months' AND %(until_on)s)"""
WHERE = {
    Which.ALL: "true",
    Which.REACHED: "last_on >= %(from_on)s",
    Which.NOT_REACHED: "(last_on IS NULL OR last_on < %(from_on)s)",
    Which.NEVER: "last_on IS NULL",
    Which.NOT_SINCE: "(last_on IS NULL OR last_on < %(since)s)",
    Which.NO_CONTACT: f"NOT EXISTS ({CONTACT})",
    Which.NO_LEAD: f"NOT EXISTS ({TRAINED_LEAD})",
}


@dataclass(frozen=True)
class Figures:
    """Of one group (of all, with an empty code): how many places there are and were reached, and who came. `people` is
    None where the number is held back."""

    code: str
    name: str
    there: int
    reached: int
    came: int
    people: int | None
    last_on: date | None
    never: int


@dataclass(frozen=True)
class Cut:
    """The groups by their words, all of them together, and how many attendances have no place in the area, or none."""

    groups: tuple[Figures, ...]
    whole: Figures
    elsewhere: int


@dataclass(frozen=True)
class Asked:
    """Which places a list is of: a state, and values of some of the cuts. `since`: for NOT_SINCE. `institutions`:
    whether organisations are left out."""

    which: Which = Which.ALL
    of: Mapping[By, str] = field(default_factory=dict)
    since: date | None = None
    institutions: bool = True

    def condition(self) -> tuple[str, dict[str, Any]]:
        found = [WHERE[self.which], "institution" if self.institutions else "true"]
        found += [f"{CUTS[by]} = %(of_{by})s" for by in self.of]
        given: dict[str, Any] = {f"of_{by}": value for by, value in self.of.items()}
        return " AND ".join(found), given | {"since": self.since}


@dataclass(frozen=True)
class Place:
    """One place of the area. `key` as in the addresses of the directory."""

    key: str
    name: str
    kind: str
    phase: str
    ward: str
    came: int
    last_on: date | None


# As in the addresses of the directory: i-12, o-12.
KEY = "CASE WHEN institution THEN 'i-' || place ELSE 'o-' || -place END"
# Summed for each group, and then for all of them: what can be counted of a group can be of the whole.
GROUPED = """SELECT {code} AS code, institution, count(*) AS there,
        count(*) FILTER (WHERE last_on >= %(from_on)s) AS reached, sum(came) AS came, sum(people) AS people,
        max(last_on) AS last_on, count(*) FILTER (WHERE last_on IS NULL) AS never
    FROM area GROUP BY 1, 2"""
SUMMED = """coalesce(sum(there), 0)::bigint, coalesce(sum(reached), 0)::bigint, coalesce(sum(came), 0)::bigint,
    coalesce(sum(people), 0)::bigint, max(last_on), coalesce(sum(never), 0)::bigint"""
ELSEWHERE = "(SELECT coalesce(sum(came), 0) FROM {})::bigint"


@cache
def _area() -> str:
    text = (Path(__file__).parent / "sql" / "places.sql").read_text(encoding="utf-8")
    return text.replace("{after}", AFTER.replace("%", "%%"))


def cut_statement(by: By, *, institutions: bool = True) -> str:
    """Answers whether a row is of all groups, its code, SUMMED, and what stands elsewhere."""
    only = "WHERE institution" if institutions else ""
    return (
        f"{_area()}, grouped AS ({GROUPED.format(code=CUTS[by])}) "  # noqa: S608  (texts of this file)
        f"SELECT grouping(code), coalesce(code, ''), {SUMMED}, "
        f"{ELSEWHERE.format('stood')} - {ELSEWHERE.format('grouped')} "
        f"FROM grouped {only} GROUP BY GROUPING SETS ((code), ()) ORDER BY 1, 2"
    )


def list_statement(asked: Asked, *, edge: bool = False, back: bool = False) -> str:
    """Answers the fields of Place, from a place on (`edge`) or back from it, the farthest last."""
    where, sign, turn = asked.condition()[0], "<" if back else ">", "DESC" if back else "ASC"
    if edge:
        where += f" AND (name, place) {sign} (SELECT name, place FROM there WHERE {KEY} = %(edge)s)"  # noqa: S608
    return (
        f"{_area()} SELECT {KEY}, name, kind, phase, ward, came, last_on FROM area WHERE {where} "  # noqa: S608
        f"ORDER BY name {turn}, place {turn} LIMIT %(size)s"
    )


def _rows(authority_id: int, period: Period, statement: str, **given: Any) -> list[tuple[Any, ...]]:
    said: dict[str, Any] = {
        "authority": authority_id,
        "from_on": period.from_on,
        "until_on": period.until_on,
        **given,
    }
    with lent(authority_id), connection.cursor() as cursor:
        cursor.execute(statement, said)
        return cursor.fetchall()


def cut(authority_id: int, period: Period, by: By, *, institutions: bool = True) -> Cut:
    """All figures of one cut, of institutions alone or of organisations too. One query."""
    *groups, whole = _rows(authority_id, period, cut_statement(by, institutions=institutions))
    found = [Figures(row[1], *row[1:-1]) for row in groups]
    found.sort(key=lambda one: LAST.index(one.code) + 1 if one.code in LAST else 0)
    return Cut(*_safe(by, found, Figures("", "", *whole[2:-1])), whole[-1])


def _safe(by: By, groups: list[Figures], whole: Figures) -> tuple[tuple[Figures, ...], Figures]:
    """Small numbers of people are held back. By kind, the institutions are a whole of their own, which the other cuts
    tell: what is left of all of them would say how many the organisations are."""
    families: dict[bool, list[Figures]] = {}
    for one in groups:
        families.setdefault(by == By.KIND and one.code not in Institution.Kind.values, []).append(one)
    held: dict[str, int | None] = {}
    told: list[int | None] = []
    for family in families.values():
        numbers = [one.people or 0 for one in family]
        parts, all_of_it = small.held_back(numbers, sum(numbers))
        held |= {one.code: part for one, part in zip(family, parts, strict=True)}
        told.append(all_of_it)
    people = None if None in told else whole.people
    return tuple(replace(one, people=held[one.code]) for one in groups), replace(whole, people=people)


def places(
    authority_id: int,
    period: Period,
    asked: Asked,
    *,
    after: str = "",
    before: str = "",
    size: int | None = None,
) -> list[Place]:
    """Places by name, from the one after `after` (or back from before `before`) on, keys of places. One query."""
    edge = before or after
    statement = list_statement(asked, edge=bool(edge), back=bool(before))
    given = {"edge": edge, "size": size, **asked.condition()[1]}
    found = [Place(*row) for row in _rows(authority_id, period, statement, **given)]
    return found[::-1] if before else found
