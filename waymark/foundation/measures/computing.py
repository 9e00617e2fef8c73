"""Computes a measure for somebody who may have the figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db import connection
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent

from .permissions import Permission
from .registry import MEASURES, Count, Measure, Refused, Scope, get


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
    with lent(scope.authority_id):
        return _counted(measure, scope)


def overview(scope: Scope, actor: Actor) -> dict[str, dict[str, tuple[Count, ...]]]:
    """All that the actor may have: of each measure its whole figure (under "") and its figures by each split alone.

    A measure they may not have is left out; the grant for counting is lent once.
    """
    allowed = [measure for measure in MEASURES.values() if _may(measure, scope, actor)]
    if not allowed:
        return {}
    with lent(scope.authority_id):
        return {
            measure.code: {
                by: _counted(measure, replace(scope, by=(by,) if by else ())) for by in ("", *measure.by)
            }
            for measure in allowed
        }


def several(
    asked: Iterable[tuple[str, Scope]], actor: Actor
) -> dict[tuple[str, tuple[str, ...]], tuple[Count, ...] | None]:
    """Figures for one paper, by code and split: None where the actor may not have them. What no part declares, or
    cannot be split so, is left out. The grant for counting is lent once for each authority."""
    known = [(get(code), scope) for code, scope in asked if code in MEASURES]
    known = [(measure, scope) for measure, scope in known if set(scope.by) <= set(measure.by)]
    found: dict[tuple[str, tuple[str, ...]], tuple[Count, ...] | None] = {
        (measure.code, scope.by): None for measure, scope in known
    }
    allowed = [(measure, scope) for measure, scope in known if _may(measure, scope, actor)]
    for authority_id in {scope.authority_id for _measure, scope in allowed}:
        with lent(authority_id):
            for measure, scope in allowed:
                if scope.authority_id == authority_id:
                    found[measure.code, scope.by] = _counted(measure, scope)
    return found


def _counted(measure: Measure, scope: Scope) -> tuple[Count, ...]:
    figures = (_checked(measure.code, scope, figure) for figure in measure.counts(scope))
    return tuple(sorted(figures, key=lambda figure: figure.group))


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
    if scope.authority_id not in actor.authority_ids:
        raise Refused(_("You can only see figures of your own authority."))


def _checked(code: str, scope: Scope, figure: Count) -> Count:
    if len(figure.group) != len(scope.by) or not all(isinstance(value, str) for value in figure.group):
        raise TypeError(f"{code}: a figure’s group has one word for each split")
    if not isinstance(figure.number, int) or isinstance(figure.number, bool) or figure.number < 0:
        raise TypeError(f"{code}: a figure is a whole number, 0 or more")
    return figure
