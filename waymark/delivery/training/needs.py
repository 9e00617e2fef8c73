"""What is needed by role, kind of place and course, and how many of those in scope are in date: N of M as at a day.

Of each place the larger number counts: how many staff it said it has in those roles, or how many are known there by
name. Whoever is not known by name is in scope, and never in date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from waymark.foundation import measures
from waymark.foundation.directory.presenters import KINDS
from waymark.foundation.measures import Count, Scope
from waymark.foundation.places.models import Institution, Organisation

from . import due, headcounts
from .models import Headcount, RefreshRule

SPLITS = ("course", "role")
# Known by name at each place, and of them in date in all that the group asks of them; `keys` are columns of `due`.
KNOWN = """SELECT ARRAY[{keys}]::uuid[], institution_id, organisation_id, count(*), count(*) FILTER (WHERE all_met)
  FROM (SELECT {columns}{people},
               bool_and(last_on IS NOT NULL AND NOT is_overdue) AS all_met
          FROM due WHERE rule_id = ANY(%(rules)s)
         GROUP BY GROUPING SETS ({sets})) AS people
 GROUP BY 1, 2, 3"""
PEOPLE = "institution_id, organisation_id, trainee_id"
COLUMNS = {"course": "course_id", "role": "role_id"}
Place = tuple[int | None, int | None]


@dataclass(frozen=True)
class InDate:
    """`number` of `all` in scope are in date."""

    number: int
    all: int

    @property
    def share(self) -> str:
        """In whole per cent, rounded down: 100% is everybody."""
        return f"{100 * self.number // self.all}%" if self.all else "–"


@dataclass(frozen=True)
class Need:
    """One line of what is needed, and how it stands."""

    rule: RefreshRule
    stands: InDate


def rules(authority_id: int) -> Any:
    """Every line that was ever set, each place in the table with its newest first."""
    found = RefreshRule.objects.filter(authority_id=authority_id).select_related("role", "course")
    return found.order_by(
        "role__place", "role__name", "place_kind", "course__name", "course_id", "-from_on", "-recorded_at"
    )


def standing(authority_id: int, day: date, of: Mapping[str, str] | None = None) -> list[RefreshRule]:
    """The lines that hold on a day, narrowed by the words of SPLITS (`course`, `role`). One query."""
    found: dict[tuple[Any, ...], RefreshRule] = {}
    for rule in rules(authority_id).filter(from_on__lte=day):
        found.setdefault((rule.role_id, rule.place_kind, rule.course_id), rule)
    asked = (of or {}).items()
    return [
        rule
        for rule in found.values()
        if rule.is_needed and all(word(rule, split) == value for split, value in asked)
    ]


def word(rule: RefreshRule, split: str) -> str:
    """The name of its course or role; empty where it has none."""
    return str(getattr(rule, split) or "")


def who(rule: RefreshRule) -> str:
    """For whom: a role, a kind of place, or both."""
    kind = str(KINDS.get(rule.place_kind, "")) if rule.place_kind else ""
    if rule.role is None:
        return _("Everybody: %(kind)s") % {"kind": kind}
    return f"{rule.role.name} ({kind})" if kind else rule.role.name


def needs(authority_id: int, day: date, of: Mapping[str, str] | None = None) -> tuple[list[Need], InDate]:
    """Each line with how it stands, and all of them together, each person once. Three queries."""
    held = standing(authority_id, day, of)
    counts = headcounts.standing(authority_id, day) if held else []
    known = _known(authority_id, day, ("rule_id",), held, whole=True)
    each = [Need(one, _in_date([one], counts, known.get((one.pk,), {}))) for one in held]
    return each, _in_date(held, counts, known.get((None,), {}))


def known_select(keys: tuple[str, ...], *, whole: bool = False) -> str:
    """Of `due`, grouped by columns of it. `whole`: also all groups together, as a group whose keys are null."""
    columns = "".join(f"{key}, " for key in keys)
    sets = f"({columns}{PEOPLE}), ({PEOPLE})" if whole else f"({columns}{PEOPLE})"
    return KNOWN.format(keys=", ".join(keys), columns=columns, people=PEOPLE, sets=sets)


def _known(
    authority_id: int, day: date, keys: tuple[str, ...], held: list[RefreshRule], *, whole: bool = False
) -> dict[tuple[Any, ...], dict[Place, tuple[int, int]]]:
    """Group (the values of `keys`) → place → how many are known by name there, and how many are in date. One query."""
    found: dict[tuple[Any, ...], dict[Place, tuple[int, int]]] = {}
    if held:
        select, given = known_select(keys, whole=whole), [one.pk for one in held]
        for group, institution, organisation, all_, met in due.rows(authority_id, day, select, rules=given):
            found.setdefault(tuple(group), {})[institution, organisation] = (all_, met)
    return found


def _in_date(held: list[RefreshRule], counts: list[Headcount], known: dict[Place, tuple[int, int]]) -> InDate:
    told: dict[Place, int] = {}
    for one in counts:
        if any(_counts(rule, one) for rule in held):
            place = (one.institution_id, one.organisation_id)
            told[place] = told.get(place, 0) + one.number
    places = told.keys() | known.keys()
    return InDate(
        sum(met for _all, met in known.values()),
        sum(max(told.get(place, 0), known.get(place, (0, 0))[0]) for place in places),
    )


def _counts(rule: RefreshRule, one: Headcount) -> bool:
    """Are those who were counted the people that the line is for? All staff of a place are not known by role."""
    at: Institution | Organisation | None = one.where
    fits = rule.place_kind in ("", at.kind if at else "")
    return fits and rule.role_id in (None, one.role_id)


def of(scope: Scope) -> dict[tuple[str, ...], InDate]:
    """By the splits of the scope, as at its last day."""
    return measures.once(("training.needs", replace(scope, from_on=scope.until_on)), lambda: _of(scope))


def _of(scope: Scope) -> dict[tuple[str, ...], InDate]:
    authority_id, day = scope.authority_id, scope.until_on
    held = measures.once(("training.needs.rules", authority_id, day), lambda: standing(authority_id, day))
    counts = headcounts.standing(authority_id, day) if held else []
    keys = tuple(COLUMNS[split] for split in scope.by)
    known = _known(authority_id, day, keys, held)
    groups: dict[tuple[Any, ...], list[RefreshRule]] = {} if scope.by else {(): held}
    for rule in held if scope.by else ():
        groups.setdefault(tuple(getattr(rule, key) for key in keys), []).append(rule)
    return {
        tuple(word(some[0], split) for split in scope.by): _in_date(some, counts, known.get(key, {}))
        for key, some in groups.items()
    }


def in_scope(scope: Scope) -> Iterable[Count]:
    return [Count(group, one.all) for group, one in of(scope).items()]


def in_date(scope: Scope) -> Iterable[Count]:
    return [Count(group, one.number) for group, one in of(scope).items()]
