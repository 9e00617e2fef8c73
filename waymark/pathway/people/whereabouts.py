"""Where else a person stands: parts above say so, as this part knows nothing of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .models import Person

# Each gets a person and answers links (`text`, `href`) that whoever looks may follow.
Links = Callable[[Person], list[dict[str, Any]]]
_SOURCES: list[Links] = []


def offer(links: Links) -> None:
    """Declares links to show on a person’s pages. For AppConfig.ready."""
    if links not in _SOURCES:
        _SOURCES.append(links)


def links_of(person: Person) -> list[dict[str, Any]]:
    return [link for source in _SOURCES for link in source(person)]
