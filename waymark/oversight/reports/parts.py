"""Of what reports are made: parts with figures, and tables of figures by one split."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Asked = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Grid:
    """A table of several measures by one split; `charted` is the one of them that is drawn, if any."""

    title: Any
    about: Any
    by: str
    codes: tuple[str, ...]
    charted: str = ""

    def asked(self) -> Iterator[Asked]:
        return ((code, (self.by,)) for code in self.codes)


@dataclass(frozen=True)
class Part:
    """`codes` are measures of which the whole figure is asked; `listed`: they stand in a table, not in sentences."""

    code: str
    title: Any
    codes: tuple[str, ...]
    grids: tuple[Grid, ...] = ()
    splits: tuple[Asked, ...] = ()
    listed: bool = False

    def asked(self) -> Iterator[Asked]:
        yield from ((code, ()) for code in self.codes)
        yield from self.splits
        for grid in self.grids:
            yield from grid.asked()
