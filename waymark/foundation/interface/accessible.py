"""What the last run of the browser tests found, for the accessibility statement. Never typed: written by that run."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PAPER = Path(__file__).parent / "accessible.json"


@dataclass(frozen=True)
class Results:
    """`pages` were looked at by `tool` on `on`, at these `widths`; `failing` is what it found, in its own words."""

    on: date
    tool: str
    pages: int
    widths: tuple[int, ...]
    failing: tuple[str, ...]


def results(paper: Path | None = None) -> Results | None:
    """The results that stand beside this file; None where no run was kept, or it cannot be read."""
    try:
        held = json.loads((paper or PAPER).read_text(encoding="utf-8"))
        return Results(
            date.fromisoformat(held["on"]),
            str(held["tool"]),
            int(held["pages"]),
            tuple(int(width) for width in held["widths"]),
            tuple(str(rule) for rule in held["failing"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
