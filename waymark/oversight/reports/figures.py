"""The figures of a report: counted now, or as they stood when it was signed. Small numbers of people are held back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Count, Measure, Scope, Unit, computing, get, small
from waymark.foundation.measures.periods import Period, a_year_before

from . import sections
from .models import Figure, Report
from .parts import Asked

Found = Mapping[Asked, tuple[Count, ...] | None]
# Groups with what may be shown of each; None where the actor may not have the figure.
Safe = tuple[tuple[str, int | None], ...] | None
# Between the parts of a group of two splits: no name has it in it.
BETWEEN = "\x1f"


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
    """A measure whole (`split` is empty) or by a split (two together: `role+course`). `may`: whether whoever reads may
    have the figure. `before`: the same of the period one year before; None where there is no figure."""

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
    before: tuple[Row, ...] | None = None

    @property
    def number(self) -> int | None:
        return self.rows[0].number if self.rows else None

    @property
    def year_before(self) -> Period:
        return a_year_before(Period(self.from_on, self.until_on))


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
    """Counted now, in the report’s period and, where its kind is compared, in that of a year before: as many queries as
    the section has figures."""
    period, at = Period(report.from_on, report.until_on), clock.now()
    compared = [a_year_before(period)] if report.kind in sections.COMPARED else []
    found, *years = _found(report, [period, *compared], actor)
    before = years[0] if years else {}
    there = _there(report.kind, before)
    tell = _exact if report.is_restricted else _safe
    shown = []
    for code, by in found:
        asked, measure = (code, by), get(code)
        scope = Scope(report.authority_id, report.from_on, report.until_on, by)
        one = _shown(measure, scope, tell(asked, found, _named(asked, before)), at)
        if asked in there:
            safe = tell(asked, before, _named(asked, found))
            one = replace(one, before=None if safe is None else _rows(measure, by, safe))
        shown.append(one)
    return Figures({(one.code, one.split): one for one in shown})


def _found(report: Report, periods: list[Period], actor: Actor) -> list[Found]:
    """The figures of each period. All of them are counted together."""
    scopes = [
        [(code, Scope(report.authority_id, one.from_on, one.until_on, by)) for code, by in sections.asked(report.kind)]
        for one in periods
    ]  # fmt: skip
    found = computing.several([one for of_period in scopes for one in of_period], actor)
    return [{(key[0], key[1].by): found[key] for key in of_period if key in found} for of_period in scopes]


def _there(kind: str, before: Found) -> set[Asked]:
    """Of which figures there is one of the year before. A nought that only says that nobody wrote anything down yet is
    none: something of what the report is about was counted in that year, and something of the same part. Nor is that of
    people, where nobody was known by name."""

    def counts(codes: Iterable[str]) -> bool:
        return any(one.number for code in codes for one in before.get((code, ())) or ())

    if not before or not counts(sections.COMPARED[kind]):
        return set()
    nobody = {code for code in sections.BY_NAME if not counts([code])}
    held = {asked for part in sections.PARTS[kind] if counts(part.codes) for asked in part.asked()}
    return {(code, by) for code, by in held if code not in nobody}


def split_of(by: tuple[str, ...]) -> str:
    """How a split is called in addresses of figures and rows that keep them; empty for the whole."""
    return "+".join(by)


def kept(report: Report) -> Figures:
    """As they stood when the report was signed, in the order of the report. One query."""
    found = {(one.code, one.split): one for one in report.figures.all()}
    order = [(code, split_of(by)) for code, by in sections.asked(report.kind)]
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
            "rows": _as_kept(one.rows),
            "before": None if one.before is None else _as_kept(one.before),
        }
        for one in figures.by.values()
    ]


def _as_kept(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [{"group": row.group, "words": dict(row.words), "number": row.number} for row in rows]


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


def _safe(asked: Asked, found: Found, named: Iterable[str]) -> Safe:
    """The groups of a figure (and `named`) with what may be shown of each. None where the actor may not have it."""
    code, by = asked
    groups = _groups(asked, found)
    if groups is None or not get(code).personal:
        return None if groups is None else tuple(groups.items())
    if by:  # nobody of a group that others came from is a small number, too
        groups = {group: groups.get(group, 0) for group in [*groups, *_groups_beside(asked, found), *named]}
    whole = sum(one.number for one in found.get((code, ())) or ())
    # Who stands in several groups (of courses, of audiences) makes their sum more than the whole: then they have to be
    # safe in that sum.
    parts, all_of_it = small.held_back(list(groups.values()), max(whole, sum(groups.values())))
    return tuple(zip(groups, parts, strict=True)) if by else (("", all_of_it),)


def _exact(asked: Asked, found: Found, _named: Iterable[str]) -> Safe:
    """As counted, for a report that is restricted: each group that can be, also where nobody is in it."""
    code, by = asked
    groups = _groups(asked, found)
    if groups is None:
        return None
    measure = get(code)
    if by and measure.unit == Unit.COUNT:
        groups = {str(group): groups.get(group, 0) for group in (*measure.words.get(by[0], {}), *groups)}
    return tuple(groups.items())


def _groups(asked: Asked, found: Found) -> dict[str, int] | None:
    """Each group with its exact number; one without a name where nothing is split. None: not for this actor."""
    counts = found[asked]
    return None if counts is None else {BETWEEN.join(one.group): one.number for one in counts}


def _named(asked: Asked, found: Found) -> list[str]:
    """The groups of the same figure in another period."""
    return [BETWEEN.join(one.group) for one in found.get(asked) or ()] if asked[1] else []


def _groups_beside(asked: Asked, found: Found) -> list[str]:
    room = asked[0].partition(".")[0]
    beside = [
        counts for (code, by), counts in found.items() if by == asked[1] and code.startswith(f"{room}.")
    ]
    return list(dict.fromkeys(BETWEEN.join(one.group) for counts in beside for one in counts or ()))


def _rows(measure: Measure, by: tuple[str, ...], safe: Iterable[tuple[str, int | None]]) -> tuple[Row, ...]:
    return tuple(Row(group, _words(measure, by, group), number) for group, number in safe)


def _words(measure: Measure, by: tuple[str, ...], group: str) -> dict[str, str]:
    """Of each part of a group its words, in every language."""
    if not by:
        return _in_all(group)
    parts = zip(by, group.split(BETWEEN), strict=True)
    said = [_in_all(measure.said(split, part)) for split, part in parts]
    return {language: " · ".join(words[language] for words in said) for language in said[0]}


def _shown(measure: Measure, scope: Scope, rows: Safe, at: datetime) -> Shown:
    return Shown(
        measure.code, split_of(scope.by), measure.version, _in_all(measure.title), _in_all(measure.definition),
        _in_all(measure.source), scope.from_on, scope.until_on, at,
        _rows(measure, scope.by, rows or ()),
        str(measure.unit), measure.personal, may=rows is not None, href=measure.address(scope),
    )  # fmt: skip


def _of_row(row: Figure) -> Shown:
    rows, before = ([Row(one["group"], one["words"], one["number"]) for one in held or ()]
                    for held in (row.rows, row.before))  # fmt: skip
    return Shown(
        row.code, row.split, row.definition_version, row.title, row.definition, row.source, row.from_on,
        row.until_on, row.counted_at, tuple(rows), row.unit, row.personal, href=_address(row),
        before=None if row.before is None else tuple(before),
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
