"""Who may come to which route: worked out from doors and roles, for the reviewed table and the generated map."""

from __future__ import annotations

from waymark.foundation.access import checks
from waymark.foundation.access.roles import ROLES, VISITOR
from waymark.foundation.interface.doors import Door


def columns() -> list[str]:
    """Kinds of people, in the table’s order. A function, as roles are declared when the site starts."""
    return ["anybody", "signed in", *ROLES]


def as_built() -> dict[str, dict[str, str]]:
    """For every route, by name: its permission (or kind of door) and a `yes` for each kind of person it lets in."""
    found = {}
    for name, pattern, view in checks.routes():
        door = checks.door_of(name, view)
        route = name or "/" + pattern
        row = {"route": route, "permission": (door.permission or door.kind) if door else "no door"}
        found[route] = row | {column: "yes" if door and lets_in(door, column) else "" for column in columns()}
    return found


def lets_in(door: Door, column: str) -> bool:
    if door.kind == "open":
        return True
    if door.kind == "signed-in":
        return column not in ("anybody", VISITOR)
    return column in ROLES and door.permission in ROLES[column].permissions
