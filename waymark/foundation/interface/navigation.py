"""The service’s navigation: parts add their pages, the skeleton shows those an actor may open."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
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


@dataclass(frozen=True)
class Group:
    """Sections that stand under one word where somebody may open more pages than can be read in a line."""

    label: Any
    sections: frozenset[str]


@dataclass(frozen=True)
class Menu:
    """`top`: the items of the service navigation. `below`: the pages of the group where the reader is, if it has more
    than one; `label` names it."""

    top: list[dict[str, Any]]
    below: list[dict[str, Any]] = field(default_factory=list)
    label: Any = ""


# So many pages can be read at a glance; more are shown by their groups.
MOST = 7
ENTRIES: dict[str, Entry] = {}
GROUPS: list[Group] = []


def add(section: str, url_name: str, label: Any, permission: str | None, *, first: bool = False) -> None:
    """Adds a page, from `AppConfig.ready`. `section`: what it belongs to, for `group`."""
    ENTRIES[url_name] = Entry(section, url_name, label, permission and str(permission), first)


def hangs_on(url_name: str, room: str) -> None:
    """The pages of a room (its namespace) stand under a page of the navigation. From `AppConfig.ready`, after `add`."""
    entry = ENTRIES[url_name]
    ENTRIES[url_name] = replace(entry, rooms=entry.rooms | {room})


def group(label: Any, *sections: str) -> None:
    """Sections that belong together, in the order in which groups are shown. From `AppConfig.ready`."""
    GROUPS.append(Group(label, frozenset(sections)))


def menu(request: HttpRequest | None) -> Menu:
    """What whoever asks may open: in one line, or by groups where it is more than `MOST`."""
    found = shown(request)
    items = [item for _section, item in found]
    if len(items) <= MOST or not GROUPS:
        return Menu(items)
    below: list[dict[str, Any]] = []
    label: Any = ""
    grouped = frozenset().union(*(one.sections for one in GROUPS))
    # A section that no group names stands by itself.
    top = [item for section, item in found if section not in grouped]
    for one in GROUPS:
        own = [item for section, item in found if section in one.sections]
        here = any(item["current"] or item["active"] for item in own)
        if len(own) < 2:
            top += own
            continue
        top.append({"text": one.label, "href": own[0]["href"], "current": False, "active": here})
        if here:
            below, label = own, one.label
    return Menu(top, below, label)


def shown(request: HttpRequest | None) -> list[tuple[str, dict[str, Any]]]:
    """Section and item (of the service navigation component) of each page that whoever asks may open."""
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
    return [(entry.section, item) for entry, item in found]


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
