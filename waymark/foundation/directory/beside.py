"""What belongs on the page of a place but not to the directory (what was done with it): rooms above offer sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from waymark.foundation.interface.tables import Table

from .models import Place


@dataclass(frozen=True)
class Section:
    """A table with its caption, and links (`text`, `href`) to what whoever looks may do."""

    table: Table
    links: Sequence[dict[str, Any]] = ()


# Each gets the request, the place and its key; None where whoever looks may not see it.
Sections = Callable[[HttpRequest, Place, str], Section | None]
_SOURCES: list[Sections] = []


def offer(section: Sections) -> None:
    """Declares a section for the pages of places. For AppConfig.ready."""
    if section not in _SOURCES:
        _SOURCES.append(section)


def sections_of(request: HttpRequest, place: Place, key: str) -> list[Section]:
    found = (source(request, place, key) for source in _SOURCES)
    return [one for one in found if one is not None]
