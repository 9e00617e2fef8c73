"""The figures of a report: counted now, or as they stood when it was signed. Small numbers of people are held back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Count, Measure, Scope, Unit, computing, get, small

from . import sections
from .models import Figure, Report


@dataclass(frozen=True)
class Row:
    """One group; a number that is None is held back."""

    group: str
    words: Mapping[str, str]
    number: int | None

    @property
    def label(self) -> str:
        return said(self.words)


@dataclass(frozen=True)
class Shown:
    """A measure whole (`split` is empty) or by one split. `may` says whether whoever reads may have the figure."""

    code: str
    split: str
    version: int
    title: Mapping[str, str]
    definition: Mapping[str, str]
    source: Mapping[str, str]
    from_on: date
    until_on: date
    counted_at: datetime
    rows: tuple[Row, ...]
    unit: str = Unit.COUNT
    personal: bool = False
    may: bool = True
    href: str = ""

    @property
    def number(self) -> int | None:
        return self.rows[0].number if self.rows else None


@dataclass(frozen=True)
class Figures:
    """All figures of one report, by code and split. What no room declares is not there."""

    by: Mapping[tuple[str, str], Shown]

    def whole(self, code: str) -> Shown | None:
        return self.by.get((code, ""))

    def split(self, code: str, by: str) -> Shown | None:
        return self.by.get((code, by))

    @property
    def withheld(self) -> bool:
        """Is there a figure that whoever asks may not have?"""
        return any(not one.may for one in self.by.values())


def said(words: Mapping[str, str]) -> str:
    """In the language of whoever reads."""
    return words.get((get_language() or "en").partition("-")[0]) or words.get("en", "")


def counted(report: Report, actor: Actor) -> Figures:
    """Counted now, in the report’s period: as many queries as the section has figures."""
    scopes = [
        (code, Scope(report.authority_id, report.from_on, report.until_on, by))
        for code, by in sections.asked(report.kind)
    ]
    found, at = computing.several(scopes, actor), clock.now()
    tell = _exact if report.is_restricted else _safe
    safe = {asked: tell(asked, found) for asked in found}
    shown = [_shown(get(code), Scope(report.authority_id, report.from_on, report.until_on, by), safe[code, by], at)
             for code, by in found]  # fmt: skip
    return Figures({(one.code, one.split): one for one in shown})


def kept(report: Report) -> Figures:
    """As they stood when the report was signed, in the order of the report. One query."""
    found = {(one.code, one.split): one for one in report.figures.all()}
    order = [(code, by[0] if by else "") for code, by in sections.asked(report.kind)]
    # What a later version of the report no longer asks for stands last.
    return Figures({key: _of_row(found[key]) for key in dict.fromkeys([*order, *found]) if key in found})


def to_keep(figures: Figures) -> list[dict[str, Any]]:
    """The fields of the rows that keep them."""
    return [
        {
            "code": one.code,
            "split": one.split,
            "definition_version": one.version,
            "unit": one.unit,
            "personal": one.personal,
            "title": dict(one.title),
            "definition": dict(one.definition),
            "source": dict(one.source),
            "from_on": one.from_on,
            "until_on": one.until_on,
            "counted_at": one.counted_at,
            "rows": [
                {"group": row.group, "words": dict(row.words), "number": row.number} for row in one.rows
            ],
        }
        for one in figures.by.values()
    ]


@dataclass(frozen=True)
class Moved:
    """A figure that would be another today."""

    title: str
    group: str
    then: int | None
    now: int | None


def moved(then: Figures, now: Figures) -> list[Moved]:
    """What differs between two countings, figure by figure."""
    found = []
    for key, before in then.by.items():
        after = now.by.get(key)
        if after is None or not after.may:
            continue
        old, new = ({row.group: row for row in one.rows} for one in (before, after))
        for group in dict.fromkeys([*old, *new]):
            numbers = [held[group].number if group in held else 0 for held in (old, new)]
            if numbers[0] != numbers[1]:
                label = (old.get(group) or new[group]).label
                found.append(Moved(said(before.title), label, numbers[0], numbers[1]))
    return found


def _safe(
    asked: tuple[str, tuple[str, ...]], found: Mapping[Any, tuple[Count, ...] | None]
) -> tuple[tuple[str, int | None], ...] | None:
    """The groups of a figure with what may be shown of each. None where the actor may not have it."""
    code, by = asked
    groups = _groups(asked, found)
    if groups is None or not get(code).personal:
        return None if groups is None else tuple(groups.items())
    if by:  # nobody of a group that others came from is a small number, too
        groups = {group: groups.get(group, 0) for group in [*groups, *_groups_beside(asked, found)]}
    whole = found.get((code, ())) or (Count((), 0),)
    parts, all_of_it = small.held_back(list(groups.values()), sum(one.number for one in whole))
    return tuple(zip(groups, parts, strict=True)) if by else (("", all_of_it),)


def _exact(
    asked: tuple[str, tuple[str, ...]], found: Mapping[Any, tuple[Count, ...] | None]
) -> tuple[tuple[str, int | None], ...] | None:
    """As counted, for a report that is restricted: each group that can be, also where nobody is in it."""
    code, by = asked
    groups = _groups(asked, found)
    if groups is None:
        return None
    measure = get(code)
    if by and measure.unit == Unit.COUNT:
        groups = {str(group): groups.get(group, 0) for group in (*measure.words.get(by[0], {}), *groups)}
    return tuple(groups.items())


def _groups(
    asked: tuple[str, tuple[str, ...]], found: Mapping[Any, tuple[Count, ...] | None]
) -> dict[str, int] | None:
    """Each group with its exact number; one without a name where nothing is split. None: not for this actor."""
    counts = found[asked]
    return None if counts is None else {one.group[0] if asked[1] else "": one.number for one in counts}


def _groups_beside(
    asked: tuple[str, tuple[str, ...]], found: Mapping[Any, tuple[Count, ...] | None]
) -> list[str]:
    room = asked[0].partition(".")[0]
    beside = [
        counts for (code, by), counts in found.items() if by == asked[1] and code.startswith(f"{room}.")
    ]
    return list(dict.fromkeys(one.group[0] for counts in beside for one in counts or ()))


def _shown(
    measure: Measure, scope: Scope, rows: tuple[tuple[str, int | None], ...] | None, at: datetime
) -> Shown:
    split = scope.by[0] if scope.by else ""
    words = measure.words.get(split, {})
    return Shown(
        measure.code, split, measure.version, _in_all(measure.title), _in_all(measure.definition),
        _in_all(measure.source), scope.from_on, scope.until_on, at,
        tuple(Row(group, _in_all(words.get(group, group)), number) for group, number in rows or ()),
        str(measure.unit), measure.personal, may=rows is not None, href=measure.address(scope),
    )  # fmt: skip


def _of_row(row: Figure) -> Shown:
    rows = tuple(Row(one["group"], one["words"], one["number"]) for one in row.rows)
    return Shown(
        row.code, row.split, row.definition_version, row.title, row.definition, row.source, row.from_on,
        row.until_on, row.counted_at, rows, row.unit, row.personal, href=_address(row),
    )  # fmt: skip


def _address(row: Figure) -> str:
    try:
        return get(row.code).address(Scope(row.authority_id, row.from_on, row.until_on))
    except KeyError:  # no room counts this any more
        return ""


def _in_all(text: Any) -> dict[str, str]:
    """A text in every language of the service."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found[language.partition("-")[0]] = str(text)
    return found
