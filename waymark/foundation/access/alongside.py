"""What belongs beside a protected record but not to its part (who looked at it): parts above offer links."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest

# Each gets the request and the record of the page, and answers links (`text`, `href`) that whoever looks may follow.
Links = Callable[[HttpRequest, Model], list[dict[str, Any]]]
_SOURCES: list[Links] = []


def offer(links: Links) -> None:
    """Declares links to show on the pages of records. For AppConfig.ready."""
    if links not in _SOURCES:
        _SOURCES.append(links)


def links_of(request: HttpRequest, record: Model) -> list[dict[str, Any]]:
    return [link for source in _SOURCES for link in source(request, record)]
