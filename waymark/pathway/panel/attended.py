"""Who came is what decisions stand on: a place for the rooms above, which know whether something was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from waymark.foundation.access.actors import Actor
from waymark.foundation.meetings.actions.attending import Mark

from .models import PanelMeeting, Seat


@dataclass(frozen=True)
class Change:
    """One seat that is marked otherwise than before; `was` is None where nothing had been marked."""

    seat: Seat
    was: Mark | None
    became: Mark


@dataclass(frozen=True)
class Keeper:
    """`stands`: does something that was decided rest on who came to this meeting? `correct` is told what changes, and
    why, before it does: it refuses, or keeps it beside what was decided."""

    stands: Callable[[PanelMeeting], bool]
    correct: Callable[[Actor, datetime, PanelMeeting, list[Change], str], None]


_KEEPERS: list[Keeper] = []


def keep(keeper: Keeper) -> None:
    """For AppConfig.ready."""
    if keeper not in _KEEPERS:
        _KEEPERS.append(keeper)


def is_decided_on(meeting: PanelMeeting) -> bool:
    return any(keeper.stands(meeting) for keeper in _KEEPERS)


def before(
    by: Actor, at: datetime, meeting: PanelMeeting, marks: Iterable[tuple[Seat, Mark]], because: str
) -> None:
    """Tells what changes, if something does."""
    stood = {
        row.for_id: Mark(row.for_id, row.organisation_id, row.came, row.person_id)
        for row in meeting.meeting.attendances.select_for_update()
    }
    found = [Change(seat, stood.get(mark.for_id), mark) for seat, mark in marks]
    changes = [one for one in found if one.was is None or _said(one.was) != _said(one.became)]
    for keeper in _KEEPERS if changes else []:
        keeper.correct(by, at, meeting, changes, because)


def _said(mark: Mark) -> tuple[str, object]:
    return mark.came, mark.person_id
