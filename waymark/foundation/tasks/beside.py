"""What waits for somebody though nobody asked them: what they began and left. Parts say so of their own records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from waymark.foundation.access.actors import Actor


@dataclass(frozen=True)
class Left:
    """A line of a work list: `sentence` names nobody, `due_at` is when it is too late."""

    sentence: Any
    url: str
    due_at: datetime
    reference: str = ""


# Each says it of one actor, in one query at most, and in none where they can have left nothing.
Source = Callable[[Actor], Iterable[Left]]
_SOURCES: list[Source] = []


def offer(source: Source) -> None:
    """Declares what somebody may have left. For AppConfig.ready."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def left_by(actor: Actor) -> list[Left]:
    """All of it, what is due first at the top."""
    return sorted((one for source in _SOURCES for one in source(actor)), key=lambda one: one.due_at)
