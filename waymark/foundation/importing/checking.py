"""Every row of a file looked at: which are good, which are there already, what is wrong with the others."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.downloads import FORMULA

from . import kinds
from .kinds import Checked, Fault, Importable

STEP = 5_000


@dataclass
class Result:
    """`faults`: row number, and the field and sentence of each thing that is wrong with the row. `good` are those to
    save; `there` how many are saved already."""

    good: list[Checked] = field(default_factory=list)
    there: int = 0
    faults: list[tuple[int, list[tuple[str, str]]]] = field(default_factory=list)


def check(
    kind: Importable,
    known: Any,
    rows: Sequence[Sequence[Any]],
    matching: kinds.Matching,
    told: Callable[[int], None] = lambda _done: None,
) -> Result:
    """Without a query of its own. `told` hears after each few thousand rows how many are done."""
    result, seen = Result(), dict[Hashable, int]()
    for done, row in enumerate(rows, start=1):
        # The first cell of a row is its number in the file.
        cells = {
            code: place if isinstance(place, str) else _unguarded(row[place + 1])
            for code, place in matching.items()
        }
        try:
            _look(kind, known, row[0], cells, seen, result)
        except Fault as fault:
            result.faults.append((row[0], _all_faults(kind, known, cells, fault)))
        if done % STEP == 0:
            told(done)
    return result


def set_apart(kind: Importable, by: Actor, authority_id: int, about: str, result: Result) -> Result:
    """Rows that were saved before are not good but there: asked once of the whole list, where the kind does so."""
    if kind.already is not None and result.good:
        before = kind.already(by, authority_id, about, [one.key for one in result.good])
        fresh = [one for one in result.good if one.key not in before]
        result.there += len(result.good) - len(fresh)
        result.good = fresh
    return result


def _unguarded(cell: str) -> str:
    """Without the mark by which a list to mend keeps spreadsheets from working a cell out."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA else cell


def _look(
    kind: Importable,
    known: Any,
    number: int,
    cells: Mapping[str, str],
    seen: dict[Hashable, int],
    result: Result,
) -> None:
    for one in kind.fields:
        if one.required and not cells.get(one.code, "").strip():
            raise Fault(_("Nothing is entered"), one.code)
    checked = kind.check(known, cells)
    before = seen.setdefault(checked.key, number)
    if before != number:
        raise Fault(_("The same as row %(number)s") % {"number": before})
    if checked.there:
        result.there += 1
    else:
        result.good.append(checked)


def _all_faults(
    kind: Importable, known: Any, cells: Mapping[str, str], first: Fault
) -> list[tuple[str, str]]:
    """Everything that is wrong with a row, column by column. Only a row with a fault is looked at so: a good one costs
    nothing more."""
    places = {one.code: place for place, one in enumerate(kind.fields)}
    empty = {one.code for one in kind.fields if one.required and not cells.get(one.code, "").strip()}
    found = dict.fromkeys((code, _("Nothing is entered")) for code in empty)
    for look in kind.looks:
        try:
            look(known, cells)
        except Fault as fault:
            if fault.field not in empty:
                found[fault.field, str(fault)] = None
    found.setdefault((first.field, str(first)))
    return sorted(found, key=lambda one: places.get(one[0], len(places)))
