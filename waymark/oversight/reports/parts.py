"""Of what reports are made: parts with figures, and tables of figures by a split or two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Asked = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Grid:
    """A table of several measures by a split (`by`; two together as `role+course`). `charted` is the one that is drawn,
    if any; `share`: the last column says how many per cent the first of these two is of the second."""

    title: Any
    about: Any
    by: str
    codes: tuple[str, ...]
    charted: str = ""
    share: tuple[str, str] | None = None

    def asked(self) -> Iterator[Asked]:
        return ((code, tuple(self.by.split("+"))) for code in self.codes)


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
