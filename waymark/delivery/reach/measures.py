"""What can be counted of reach: how much of the area is covered. Institutions of registers, not organisations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.measures import Count, Measure, Scope, Unit
from waymark.foundation.measures.periods import Period
from waymark.foundation.places.models import Institution

from . import counting
from .asking import NO_PHASE
from .counting import By, Figures

IN_SCOPE, REACHED, NEVER = "reach.institutions_in_scope", "reach.institutions_reached", "reach.never_reached"
SOURCE = _("The directory of institutions, and who came to training")
SPLITS = (By.PHASE, By.WARD, By.TRUST, By.KIND)
NOT_KNOWN: Mapping[str, Any] = {counting.NONE: _("Not known")}
WORDS: Mapping[str, Mapping[str, Any]] = {
    By.PHASE: {**NO_PHASE, **NOT_KNOWN}, By.WARD: NOT_KNOWN, By.TRUST: {counting.NONE: _("In no trust")},
    By.KIND: dict(Institution.Kind.choices)
}  # fmt: skip


def _counts(of: Callable[[Figures], int]) -> Callable[[Scope], Iterable[Count]]:
    def counts(scope: Scope) -> Iterable[Count]:
        period = Period(scope.from_on, scope.until_on)
        by = By(scope.by[0]) if scope.by else By.PHASE
        found = measures.once(
            ("reach", scope.authority_id, period, by),
            lambda: counting.cut(scope.authority_id, period, by),
        )
        if not scope.by:
            return [Count((), of(found.whole))]
        return [Count((one.code,), of(one)) for one in found.groups]

    return counts


def declare() -> None:
    """Called in AppConfig.ready."""
    where: dict[str, Any] = {"personal": False, "by": tuple(SPLITS), "words": WORDS, "drills_exactly": True}
    measures.declare(
        Measure(
            IN_SCOPE, _("Institutions in the area"),
            _("Schools, colleges, nurseries and children’s centres of the area that were open on the last day of the "
              "period."),
            Unit.COUNT, SOURCE, _counts(lambda one: one.there), drill_url_name="reach:in-scope", **where,
        ),
        Measure(
            REACHED, _("Institutions in the area that were reached"),
            _("Those of them from which somebody came to training in the period. What a school that has closed was "
              "taught counts with the schools that followed it."),
            Unit.COUNT, SOURCE, _counts(lambda one: one.reached), drill_url_name="reach:reached", version=2, **where,
        ),
        Measure(
            NEVER, _("Institutions in the area that were never reached"),
            _("Those of them from which nobody has come to training up to the last day of the period."),
            Unit.COUNT, SOURCE, _counts(lambda one: one.never), drill_url_name="reach:never", **where,
        ),
    )  # fmt: skip
