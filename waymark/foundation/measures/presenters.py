"""What the page of measures shows: each definition, and the figures of whoever may have them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from .registry import MEASURES, UNIT_WORDS, Count, Measure, Unit

Figures = Mapping[str, Mapping[str, tuple[Count, ...]]]
PERIODS = (
    (31, _("The last 31 days")),
    (91, _("The last 3 months")),
    (365, _("The last 12 months")),
)
USUAL = 365


def listed(figures: Figures | None = None) -> list[dict[str, Any]]:
    """Of every measure, by title: its definition, and in `figure` and `splits` what `computing.overview` counted.

    `figure` is None where the reader may not have it, and a dict without `number` where there was nothing to count.
    """
    rows = [
        {
            "code": measure.code,
            "title": str(measure.title),
            "definition": measure.definition,
            "unit": UNIT_WORDS[measure.unit],
            "is_number": measure.unit == Unit.COUNT,
            "source": measure.source,
            "personal": measure.personal,
            **_figures(measure, (figures or {}).get(measure.code)),
        }
        for measure in MEASURES.values()
    ]
    return sorted(rows, key=lambda row: str(row["title"]))


def _figures(measure: Measure, found: Mapping[str, tuple[Count, ...]] | None) -> dict[str, Any]:
    if found is None:
        return {"figure": None, "splits": []}
    figure: dict[str, Any] = {"number": found[""][0].number} if found[""] else {}
    splits = [
        {"words": measure.said(by, count.group[0]), "number": count.number}
        for by in measure.by
        for count in found[by]
    ]
    return {"figure": figure, "splits": splits}
