"""What the list of measures shows."""

from __future__ import annotations

from typing import Any

from .registry import MEASURES, UNIT_WORDS


def listed() -> list[dict[str, Any]]:
    """`code`, `title`, `definition`, `unit`, `source`, `personal` of every measure, by title."""
    rows = [
        {
            "code": measure.code,
            "title": str(measure.title),
            "definition": measure.definition,
            "unit": UNIT_WORDS[measure.unit],
            "source": measure.source,
            "personal": measure.personal,
        }
        for measure in MEASURES.values()
    ]
    return sorted(rows, key=lambda row: str(row["title"]))
