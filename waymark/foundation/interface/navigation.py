"""The service’s navigation: parts add their pages, the skeleton shows those an actor may open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest

from .addresses import address


@dataclass(frozen=True)
class Entry:
    """One page in the navigation. Without `permission` every signed-in person sees it."""

    section: str
    url_name: str
    label: Any
    permission: str | None
    first: bool = False
    # Rooms whose pages hang on this one, though their addresses do not say so.
    rooms: frozenset[str] = frozenset()


ENTRIES: dict[str, Entry] = {}


def add(section: str, url_name: str, label: Any, permission: str | None, *, first: bool = False) -> None:
    """Adds a page, from `AppConfig.ready`. `section` groups pages: the first is shown as current for all of its own."""
    ENTRIES[url_name] = Entry(section, url_name, label, permission and str(permission), first)


def hangs_on(url_name: str, room: str) -> None:
    """The pages of a room (its namespace) stand under a page of the navigation. From `AppConfig.ready`, after `add`."""
    entry = ENTRIES[url_name]
    ENTRIES[url_name] = replace(entry, rooms=entry.rooms | {room})


def shown(request: HttpRequest | None) -> list[dict[str, Any]]:
    """The items for the service navigation component, for whoever asks."""
    actor = getattr(request, "actor", None)
    if request is None or actor is None or not getattr(actor, "is_somebody", True):
        return []
    items = []
    # What everybody starts with stands first, whichever part was asked first when the server started.
    for entry in sorted(ENTRIES.values(), key=lambda entry: not entry.first):
        # Visitors (known by an e-mail address only) see no entry without a permission: those are for accounts.
        if entry.permission is None and getattr(actor, "kind", "user") != "user":
            continue
        if entry.permission is None or actor.may(entry.permission):
            items.append((entry, _item(entry, request)))
    found = [(entry, item) for entry, item in items if item]
    here = [item for _entry, item in found if item["current"] or item["active"]]
    # Where the address of one entry begins as another’s does, the nearer one is where the reader is.
    for item in sorted(here, key=lambda item: len(item["href"]))[:-1]:
        item["active"] = False
    if not here:
        room = request.resolver_match.namespace if request.resolver_match else ""
        for entry, item in found:
            item["active"] = room in entry.rooms
    return [item for _entry, item in found]


def _item(entry: Entry, request: HttpRequest) -> dict[str, Any]:
    href = address(entry.url_name)
    if not href:
        return {}
    here = request.path == href
    return {
        "text": entry.label,
        "href": href,
        "current": here,
        "active": not here and request.path.startswith(href) and href != "/",
    }
