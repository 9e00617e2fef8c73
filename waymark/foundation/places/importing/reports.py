"""What an import did, or would do, in numbers and sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Report:
    """Of one file. `older`: rows left alone, as a later register has told of them.

    `fields`: how often each field changed. `faults`: (row number, reason) of rows not taken."""

    title: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    closed: int = 0
    older: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[int, str]] = field(default_factory=list)

    @property
    def taken(self) -> int:
        return self.new + self.changed + self.unchanged + self.older

    def line(self) -> str:
        words = f"{self.title}: {self.taken:,} taken ({self.new:,} new, {self.changed:,} changed, "
        words += f"{self.unchanged:,} unchanged"
        words += f", {self.closed:,} now closed)" if self.closed else ")"
        words += f", {self.older:,} known from a later register and left" if self.older else ""
        return words + (f", {len(self.faults):,} not taken" if self.faults else "")


class WrongFile(ValueError):
    """The file is not one that can be imported; the message says what is missing and what was found."""
