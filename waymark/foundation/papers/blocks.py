"""What a paper is made of: plain data, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Heading:
    """`level` 1 to 3, under the title; none is skipped on the way down."""

    text: Any
    level: int = 1


@dataclass(frozen=True)
class Words:
    """What somebody wrote. An empty line begins a new paragraph."""

    text: Any


@dataclass(frozen=True)
class Facts:
    """Names and what is said of each: a list, not a table."""

    rows: Sequence[tuple[Any, Any]]


@dataclass(frozen=True)
class Points:
    items: Sequence[Any]


@dataclass(frozen=True)
class Table:
    """Columns with a heading each; every row has as many cells. `widths`: shares of the width, else all the same.
    `numbers`: all columns but the first hold numbers."""

    columns: Sequence[Any]
    rows: Sequence[Sequence[Any]]
    title: Any = ""
    widths: Sequence[int] = ()
    numbers: bool = False


@dataclass(frozen=True)
class Lines:
    """A table to write into by hand, such as a sign-in sheet: its columns, and so many empty rows."""

    columns: Sequence[Any]
    count: int
    title: Any = ""


@dataclass(frozen=True)
class Picture:
    """An SVG drawn by the service itself, never one that was sent in. `alt` says in words what it shows."""

    svg: str
    alt: Any
    title: Any = ""


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Words | Facts | Points | Table | Lines | Picture | NewPage


@dataclass(frozen=True)
class Paper:
    """`mark` stands at the top of every page. `reader` says who reads this copy and when it was made: it stands at the
    foot of every page and across it, so that a copy that is found says whose it was."""

    title: Any
    blocks: Sequence[Block] = field(default_factory=list)
    mark: Any = "OFFICIAL-SENSITIVE"
    reader: Any = ""
