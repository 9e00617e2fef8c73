"""Start-up checks: every route has a door, and every permission on a door is declared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from waymark.foundation.interface.doors import Door

from . import doors, permissions, roles


def routes(
    resolver: URLResolver | None = None, namespace: str = "", prefix: str = ""
) -> Iterator[tuple[str, str, Any]]:
    """Every route of the site as (name with namespace, pattern, view)."""
    for entry in (resolver or get_resolver()).url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from routes(entry, inner, path)
        elif isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name or ''}", path, entry.callback


def door_of(name: str, view: Any) -> Door | None:
    return getattr(view, "door", None) or doors.FOREIGN.get(name)


@register("waymark")
def every_route_has_a_door(app_configs: Any, **kwargs: Any) -> list[Error]:
    found = []
    for name, path, view in routes():
        door = door_of(name, view)
        where = f"{getattr(view, '__module__', '?')}.{getattr(view, '__qualname__', view)}"
        if door is None:
            found.append(
                _fault(f"/{path} ({name or 'no name'}) has no door", f"{where}: say who may come.", "E001")
            )
        elif door.kind == "permission" and door.permission not in permissions.SENTENCES:
            found.append(_fault(f"/{path} requires {door.permission}, which no part declares", where, "E002"))
        elif door.kind != "permission" and not door.reason:
            found.append(_fault(f"/{path} is open without a reason", where, "E003"))
    return found


def _fault(sentence: str, hint: str, code: str) -> Error:
    return Error(sentence, hint=hint, id=f"access.{code}")


@register("waymark")
def every_role_holds_declared_permissions(app_configs: Any, **kwargs: Any) -> list[Error]:
    return [
        Error(f"the role {role.code} holds {permission}, which no part declares", id="access.E004")
        for role in roles.ROLES.values()
        for permission in sorted(role.permissions - permissions.SENTENCES.keys())
    ]
