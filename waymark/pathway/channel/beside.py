"""What the page of a case shows besides the case: sections and events of the rooms above, which offer them here.

beside.offer(20, consent_section)                                      in AppConfig.ready; lower numbers stand first
timeline.offer("consent", _("Consent"), consent_events)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from waymark.foundation.access.actors import Actor

from .models import Case


@dataclass(frozen=True)
class Section:
    """A heading, rows of a summary list (`referrals.record.pair`), or a sentence where there is nothing yet; and what
    whoever looks may do (`text`, `href`)."""

    title: Any
    rows: list[dict[str, Any]] = field(default_factory=list)
    sentence: Any = ""
    links: list[dict[str, Any]] = field(default_factory=list)


# Answers None where there is nothing to say to whoever looks. Reads what it needs in a fixed number of queries.
Says = Callable[[Actor, Case], Section | None]
_OFFERED: dict[int, Says] = {}


def offer(place: int, says: Says) -> None:
    """ValueError when the place is taken by another."""
    if _OFFERED.get(place, says) != says:
        raise ValueError(f"place {place} on the page of a case is taken")
    _OFFERED[place] = says


def sections(actor: Actor, case: Case) -> list[Section]:
    found = (says(actor, case) for _place, says in sorted(_OFFERED.items()))
    return [section for section in found if section is not None]


Found = TypeVar("Found")


def once(case: Case, read: Callable[[Case], Found]) -> Found:
    """What `read` finds, read once for a page: the case is that of one request, and its sections and its timeline tell
    of the same rows. Not for deeds, which look anew."""
    kept: dict[Any, Any] = case.__dict__.setdefault("_read_once", {})
    if read not in kept:
        kept[read] = read(case)
    found: Found = kept[read]
    return found


# What the rooms above tell the members of a panel at the item of a case: rows, read with the system’s own grant after
# the database has shown them the item (agenda.shown).
_TOLD: list[Callable[[Case], list[dict[str, Any]]]] = []


def tell_panel(rows: Callable[[Case], list[dict[str, Any]]]) -> None:
    """For AppConfig.ready."""
    if rows not in _TOLD:
        _TOLD.append(rows)


def for_panel(case: Case) -> list[dict[str, Any]]:
    return [row for rows in _TOLD for row in rows(case)]
