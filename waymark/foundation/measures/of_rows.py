"""Measures made of the rows they count, so that a figure and the list behind it cannot come apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Count as Number
from django.utils.translation import gettext_lazy as _

from .registry import Count, Measure, Rows, Scope, Unit
from .together import Grouped, once

SPREAD = "spread"
MEDIAN, LONGEST, CASES = "median", "longest", "number"
WORDS = {MEDIAN: _("Median"), LONGEST: _("Longest"), CASES: _("Number of these")}


def in_period(model: Any, scope: Scope, of: str) -> Any:
    """The rows of an authority whose day or moment `of` is in the period: `signed_at__date`, `held_on`."""
    days = {f"{of}__gte": scope.from_on, f"{of}__lte": scope.until_on}
    return model.objects.filter(authority_id=scope.authority_id, **days)


def of_rows(
    code: str, title: Any, definition: Any, source: Any, rows: Rows, *,
    words: Mapping[str, Mapping[str, Any]] | None = None, personal: bool = True, version: int = 1,
) -> Measure:  # fmt: skip
    """How many rows there are, whole and by each split."""

    def counts(scope: Scope) -> Grouped:
        return Grouped(
            rows.find(scope), [rows.splits[name][0] for name in scope.by], Number("pk", distinct=True)
        )

    return Measure(
        code, title, definition, Unit.COUNT, source, counts, personal=personal, by=tuple(rows.splits),
        words=words or {}, version=version, drills_exactly=True, rows=rows,
    )  # fmt: skip


def waits(
    code: str, title: Any, definition: Any, source: Any, rows: Rows, days: Callable[[Any], int], *,
    unit: Unit = Unit.DAYS, version: int = 1,
) -> Measure:  # fmt: skip
    """Of the days that each row took the median; split by `spread` also the longest, and how many rows there were."""

    def counts(scope: Scope) -> Iterable[Count]:
        took = once(
            (code, replace(scope, by=())), lambda: sorted(max(0, days(row)) for row in rows.find(scope))
        )
        if not took:
            return []
        median = took[len(took) // 2]
        if not scope.by:
            return [Count((), median)]
        return [Count((MEDIAN,), median), Count((LONGEST,), took[-1]), Count((CASES,), len(took))]

    return Measure(
        code, title, definition, unit, source, counts, personal=True, by=(SPREAD,), words={SPREAD: WORDS},
        version=version, drills_exactly=True, rows=rows,
    )  # fmt: skip
