"""The papers of docs/reference that tell of the whole house: its map, states, roles and measures."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from waymark.foundation.access import checks
from waymark.foundation.access.permissions import SENTENCES
from waymark.foundation.access.roles import ROLES
from waymark.foundation.measures.registry import MEASURES
from waymark.foundation.retention import reference
from waymark.pathway.concerns.states import DRAFTS
from waymark.pathway.referrals.states import REFERRALS

TABLES = (DRAFTS, REFERRALS)


def declare() -> None:
    """Called in AppConfig.ready."""
    reference.add("map.md", site_map)
    reference.add("states.md", diagrams)
    reference.add("roles.md", roles)
    reference.add("measures.md", measures)


def site_map() -> str:
    """Every route: its address, view, permission (or kind of door), and the test files that name it."""
    tests = list(_tests())
    rows: list[tuple[object, ...]] = []
    for name, pattern, view in sorted(checks.routes(), key=lambda route: (route[0], route[1])):
        door = checks.door_of(name, view)
        rows.append(
            (
                f"`/{pattern}`",
                f"`{name}`" if name else "",
                f"`{view.__module__}.{view.__qualname__}`",
                (door.permission or door.kind) if door else "no door",
                ", ".join(f"`{path}`" for path, text in tests if name and f'"{name}"' in text),
            )
        )
    return "# Map of the site\n\n" + reference.table(("Address", "Name", "View", "Door", "Tests"), rows)


def diagrams() -> str:
    parts = [f"## {table.name}\n\n```mermaid\n{table.diagram()}\n```" for table in TABLES]
    return "\n\n".join(("# States", *parts))


def roles() -> str:
    """Each role with its sentence and what it may do."""
    parts = ["# Roles"]
    for role in ROLES.values():
        rows: list[tuple[object, ...]] = [
            (f"`{code}`", SENTENCES.get(code, "")) for code in sorted(role.permissions)
        ]
        parts += [f"## {role.name} (`{role.code}`)", str(role.sentence)]
        parts.append(reference.table(("Permission", "May"), rows))
    return "\n\n".join(parts)


def measures() -> str:
    rows: list[tuple[object, ...]] = [
        (f"`{m.code}`", m.title, m.definition, m.source, "yes" if m.personal else "no")
        for m in sorted(MEASURES.values(), key=lambda m: m.code)
    ]
    heads = ("Code", "Measure", "Definition", "Source", "Counts people")
    return "# Measures\n\n" + reference.table(heads, rows)


def _tests() -> Iterator[tuple[str, str]]:
    """The test files with their text, by path from the top. None where the tests are not installed."""
    for folder in ("tests", "waymark"):
        for path in sorted((settings.ROOT / folder).rglob("test_*.py")):
            yield str(path.relative_to(settings.ROOT)), path.read_text(encoding="utf-8")
