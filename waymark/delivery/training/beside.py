"""What belongs beside a session or a version of a course but not to this part: parts above offer links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.tables import Table

from .models import CourseVersion, Session

# Each gets who looks and the sessions or versions of the page, and answers links (`text`, `href`) by their keys.
Links = Callable[[Actor, Sequence[Session | CourseVersion]], dict[object, list[dict[str, str]]]]
_SOURCES: list[Links] = []


def offer(links: Links) -> None:
    """Declares links to show on the pages of training. For AppConfig.ready."""
    if links not in _SOURCES:
        _SOURCES.append(links)


@dataclass(frozen=True)
class Section:
    """A table on the page of a course, about the version that is taught now, and a sentence above it (or none)."""

    table: Table
    note: str = ""


Sections = Callable[[Actor, CourseVersion], Section]
_SECTIONS: list[Sections] = []


def offer_section(section: Sections) -> None:
    """Declares a section for the page of a course. For AppConfig.ready."""
    if section not in _SECTIONS:
        _SECTIONS.append(section)


def sections_of(actor: Actor, newest: CourseVersion) -> list[Section]:
    return [section(actor, newest) for section in _SECTIONS]


def links_of(actor: Actor, records: Sequence[Session | CourseVersion]) -> dict[object, list[dict[str, str]]]:
    """By the key of each record; those of a page in one call, so that they can be found in one query."""
    found: dict[object, list[dict[str, str]]] = {one.pk: [] for one in records}
    for source in _SOURCES:
        for key, links in source(actor, records).items():
            found[key] += links
    return found
