"""What has happened to a record, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .moments import moment


@dataclass(frozen=True)
class Event:
    """One thing that happened: what, when (aware), who did it, and a few words on it."""

    title: Any
    at: datetime
    by: Any = ""
    text: Any = ""
    href: str = ""
    link_text: Any = ""


def timeline(events: Iterable[Event]) -> list[dict[str, Any]]:
    """Items for the `timeline` component. Events of one instant keep the order they came in."""
    return [
        {
            "title": event.title,
            "at": moment(event.at),
            "datetime": event.at.isoformat(timespec="minutes"),
            "by": event.by,
            "text": event.text,
            "href": event.href,
            "linkText": event.link_text,
        }
        for event in sorted(events, key=lambda one: one.at, reverse=True)
    ]
