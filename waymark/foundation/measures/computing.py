"""Computes a measure for somebody who may have the figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent

from .permissions import Permission
from .registry import MEASURES, Count, Measure, Refused, Scope, get
from .together import Grouped, Groups, MadeOf, counting, numbers


def compute(code: str, scope: Scope, actor: Actor) -> tuple[Count, ...]:
    """The figures, exact and not for publication, ordered by group.

    Refused unless the actor may count in that authority. The count runs over the authority’s records, not over those
    the actor may open: a figure must not depend on who asks. Only numbers come back. ValueError for an unknown split.
    """
    measure = get(code)
    _require(measure, scope, actor)
    unknown = set(scope.by) - set(measure.by)
    if unknown:
        raise ValueError(f"{code} cannot be split by {', '.join(sorted(unknown))}")
    if not connection.in_atomic_block:
        raise RuntimeError("figures are counted in the actor’s transaction")
    [found] = _counted([(measure, scope)])
    return found


def overview(scope: Scope, actor: Actor) -> dict[str, dict[str, tuple[Count, ...]]]:
    """All that the actor may have: of each measure its whole figure (under "") and its figures by each split alone.

    A measure they may not have is left out; the grant for counting is lent once.
    """
    allowed = [measure for measure in MEASURES.values() if _may(measure, scope, actor)]
    if not allowed:
        return {}
    asked = [
        (measure, replace(scope, by=(by,) if by else ())) for measure in allowed for by in ("", *measure.by)
    ]
    figures: dict[str, dict[str, tuple[Count, ...]]] = {}
    for (measure, of), found in zip(asked, _counted(asked), strict=True):
        figures.setdefault(measure.code, {})["".join(of.by)] = found
    return figures


def several(
    asked: Iterable[tuple[str, Scope]], actor: Actor
) -> dict[tuple[str, Scope], tuple[Count, ...] | None]:
    """Figures for one paper, by code and scope, of one period or several: None where the actor may not have them. What
    no part declares, or cannot be split so, is left out. The grant for counting is lent once for each authority."""
    known = [(get(code), scope) for code, scope in asked if code in MEASURES]
    known = [(measure, scope) for measure, scope in known if set(scope.by) <= set(measure.by)]
    found: dict[tuple[str, Scope], tuple[Count, ...] | None] = {
        (measure.code, scope): None for measure, scope in known
    }
    allowed = [(measure, scope) for measure, scope in known if _may(measure, scope, actor)]
    for (measure, scope), counts in zip(allowed, _counted(allowed), strict=True):
        found[measure.code, scope] = counts
    return found


Asked = tuple[Measure, Scope]


def _counted(asked: Sequence[Asked]) -> list[tuple[Count, ...]]:
    """Figures of one or more authorities, in the order in which they are asked for. The grant is lent once for each."""
    found: dict[int, tuple[Count, ...]] = {}
    for authority_id in {scope.authority_id for _measure, scope in asked}:
        mine = [at for at, (_measure, scope) in enumerate(asked) if scope.authority_id == authority_id]
        with lent(authority_id), counting():
            found |= dict(zip(mine, _together([asked[at] for at in mine]), strict=True))
    return [found[at] for at in range(len(asked))]


def _together(asked: Sequence[Asked]) -> list[tuple[Count, ...]]:
    counts = [measure.counts(scope) for measure, scope in asked]
    made = {
        at: _made(one, asked[at][1]) for at, one in enumerate(counts) if isinstance(one, Grouped | MadeOf)
    }
    found = iter(numbers([part for one in made.values() for part in one.parts]))
    for at, one in made.items():
        counts[at] = one.make(*(next(found) for _part in one.parts))
    return [_checked(*one, found) for one, found in zip(asked, counts, strict=True)]


def _made(one: Grouped | MadeOf, scope: Scope) -> MadeOf:
    """Groups as they are; a whole that nobody is in is nought."""

    def counts(groups: Groups) -> list[Count]:
        held = groups if scope.by else {(): groups.get((), 0)}
        return [Count(group, number) for group, number in held.items()]

    return one if isinstance(one, MadeOf) else MadeOf([one], counts)


def _checked(measure: Measure, scope: Scope, figures: Any) -> tuple[Count, ...]:
    checked = (_fits(measure.code, scope, figure) for figure in figures)
    return tuple(sorted(checked, key=lambda figure: figure.group))


def _may(measure: Measure, scope: Scope, actor: Actor) -> bool:
    try:
        _require(measure, scope, actor)
    except Refused:
        return False
    return True


def _require(measure: Measure, scope: Scope, actor: Actor) -> None:
    needed = Permission.COUNT_PEOPLE if measure.personal else Permission.COUNT
    if not actor.may(needed):
        raise Refused(_("You cannot see this figure."))
    if not actor.may_in(needed, scope.authority_id):
        raise Refused(_("You can only see figures of your own authority."))


def _fits(code: str, scope: Scope, figure: Count) -> Count:
    if len(figure.group) != len(scope.by) or not all(isinstance(value, str) for value in figure.group):
        raise TypeError(f"{code}: a figure’s group has one word for each split")
    if not isinstance(figure.number, int) or isinstance(figure.number, bool) or figure.number < 0:
        raise TypeError(f"{code}: a figure is a whole number, 0 or more")
    return figure
