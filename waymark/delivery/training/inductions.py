"""How the induction of each councillor stands: as attendances tell, or as somebody noted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.access.actors import Actor
from waymark.foundation.measures import Count, Scope

from .before import meets
from .models import Attendance, Came, Councillor, Term

# How an induction can stand on a day.
HAD, TO_COME, OVERDUE = "had", "to-come", "overdue"
STANDS = {HAD: _("Had it"), TO_COME: _("Still to come, and in time"), OVERDUE: _("Overdue")}


@dataclass(frozen=True)
class Induction:
    """`done_on` is None as long as nothing tells that they had it; `how` is the course, or what somebody noted."""

    councillor: Councillor
    done_on: date | None
    how: str

    def is_overdue(self, day: date) -> bool:
        return self.done_on is None and self.councillor.due_on < day

    def stands(self, day: date) -> str:
        """A code of STANDS."""
        if self.done_on is not None:
            return HAD
        return OVERDUE if self.is_overdue(day) else TO_COME


def terms(actor: Actor) -> QuerySet[Term]:
    """The newest first."""
    return Term.objects.visible_to(actor).select_related("induction")


def of(term: Term, day: date) -> list[Induction]:
    """Of each who is a councillor on that day, by name. Three queries."""
    found = [one for one in term.councillors.all() if _is_there(one, day)]
    for one in found:
        one.term = term
    came = _came(term, {one.email.lower() for one in found if one.email}, day)
    return [_of(one, came.get(one.email.lower(), []), day) for one in found]


def _is_there(one: Councillor, day: date) -> bool:
    return one.elected_on <= day and (one.left_on is None or one.left_on > day)


def _of(one: Councillor, came: list[tuple[date, str]], day: date) -> Induction:
    noted = [(one.done_on, one.done_how)] if one.done_on and one.done_on <= day else []
    first = min([*noted, *(row for row in came if row[0] >= one.elected_on)], default=(None, ""))
    return Induction(one, *first)


def _came(term: Term, emails: set[str], day: date) -> dict[str, list[tuple[date, str]]]:
    """Address → when they came to what meets the induction, and to which course. Two queries."""
    found: dict[str, list[tuple[date, str]]] = {}
    if emails:
        there = Attendance.objects.filter(
            authority_id=term.authority_id, held_on__gte=term.elected_on, held_on__lte=day,
            taught__course__in=meets(term.induction),
        ).exclude(came=Came.NO_SHOW).annotate(address=Lower("trainee__email"))  # fmt: skip
        rows = there.filter(address__in=emails).values_list("address", "held_on", "taught__course__name")
        for address, held_on, course in rows:
            found.setdefault(address, []).append((held_on, course))
    return found


def running(authority_id: int, day: date) -> QuerySet[Term]:
    """The terms that a day is in."""
    found = Term.objects.filter(authority_id=authority_id, elected_on__lte=day, until_on__gte=day)
    return found.select_related("induction")


def _figures(scope: Scope) -> list[tuple[Term, list[Induction]]]:
    day = scope.until_on
    return measures.once(
        ("training.inductions", scope.authority_id, day),
        lambda: [(term, of(term, day)) for term in running(scope.authority_id, day)],
    )


def _counted(scope: Scope, numbers: Iterable[tuple[Term, int]]) -> list[Count]:
    if not scope.by:
        return [Count((), sum(number for _term, number in numbers))]
    return [Count((term.name,), number) for term, number in numbers]


def in_office(scope: Scope) -> list[Count]:
    return _counted(scope, [(term, len(held)) for term, held in _figures(scope)])


def inducted(scope: Scope) -> list[Count]:
    done = [(term, sum(one.done_on is not None for one in held)) for term, held in _figures(scope)]
    return _counted(scope, done)


def by_status(scope: Scope) -> list[Count]:
    """How many there are of each term and each way an induction can stand (nought too), by the scope’s splits."""
    found: dict[tuple[str, ...], int] = {}
    for term, held in _figures(scope):
        for stands in STANDS:
            words = {"term": term.name, "stands": stands}
            group = tuple(words[split] for split in scope.by)
            number = sum(one.stands(scope.until_on) == stands for one in held)
            found[group] = found.get(group, 0) + number
    return [Count(group, number) for group, number in found.items()] or ([] if scope.by else [Count((), 0)])
