"""Where else a person stands: parts above say so, as this part knows nothing of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .models import Match, Person

# Each gets a person and answers links (`text`, `href`) that whoever looks may follow.
Links = Callable[[Person], list[dict[str, Any]]]
_SOURCES: list[Links] = []
Sealed = Callable[[Match], list[dict[str, Any]]]
_SEALED: list[Sealed] = []


def offer(links: Links) -> None:
    """Declares links to show on a person’s pages. For AppConfig.ready."""
    if links not in _SOURCES:
        _SOURCES.append(links)


def links_of(person: Person) -> list[dict[str, Any]]:
    return [link for source in _SOURCES for link in source(person)]


def offer_sealed(links: Sealed) -> None:
    """Declares where an earlier record that whoever looks may not open can be asked for. For AppConfig.ready."""
    if links not in _SEALED:
        _SEALED.append(links)


def sealed_behind(match: Match) -> list[dict[str, Any]]:
    return [link for source in _SEALED for link in source(match)]
