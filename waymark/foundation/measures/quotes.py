"""What people allowed to be quoted: rooms that hold such words offer them here, and papers take them from here.

Whoever gave words can take leave back, and leave has a last day. So a draft holds keys alone, and asks anew each time;
a paper that was signed keeps the words with the leave that was given, and says when that leave is over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from waymark.foundation.access.actors import Actor

from .periods import Period


@dataclass(frozen=True)
class Quote:
    """`about`: what the words are of, never who said them; `asked`: the question its giver said yes to; `until_on`: the
    last day on which it may be used."""

    key: str
    words: str
    about: str
    asked: str
    until_on: date

    def kept(self) -> dict[str, Any]:
        """As a paper keeps it."""
        return {
            "key": self.key, "words": self.words, "about": self.about, "asked": self.asked,
            "until_on": self.until_on.isoformat(),
        }  # fmt: skip


@dataclass(frozen=True)
class Source:
    """`found`: what the actor may quote of a period, today. `over`: of words that were used, those whose leave is over,
    and since when (None where nothing is held of them any more); whoever asks."""

    found: Callable[[Actor, int, Period], Sequence[Quote]]
    over: Callable[[int, Sequence[str]], dict[str, date | None]]


_SOURCES: list[Source] = []


def offer(source: Source) -> None:
    """For AppConfig.ready."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def found(actor: Actor, authority_id: int, period: Period) -> list[Quote]:
    return [quote for source in _SOURCES for quote in source.found(actor, authority_id, period)]


def over(authority_id: int, keys: Iterable[str]) -> dict[str, date | None]:
    """Of these words, those that may not be used any more. What no room knows any more is among them."""
    left, ended = list(keys), dict[str, date | None]()
    for source in _SOURCES if left else ():
        ended |= source.over(authority_id, left)
    return ended
