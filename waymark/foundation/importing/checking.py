"""Every row of a file looked at: which are good, which are there already, what is wrong with the others."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
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
    """`faults`: row number, field, sentence. `good` are those to save; `there` how many are saved already."""

    good: list[Checked] = field(default_factory=list)
    there: int = 0
    faults: list[tuple[int, str, str]] = field(default_factory=list)


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
        try:
            _look(kind, known, row, matching, seen, result)
        except Fault as fault:
            result.faults.append((row[0], fault.field, str(fault)))
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
    row: Sequence[Any],
    matching: kinds.Matching,
    seen: dict[Hashable, int],
    result: Result,
) -> None:
    # The first cell of a row is its number in the file.
    cells = {
        code: place if isinstance(place, str) else _unguarded(row[place + 1])
        for code, place in matching.items()
    }
    for one in kind.fields:
        if one.required and not cells.get(one.code, "").strip():
            raise Fault(_("Nothing is entered"), one.code)
    checked = kind.check(known, cells)
    before = seen.setdefault(checked.key, row[0])
    if before != row[0]:
        raise Fault(_("The same as row %(number)s") % {"number": before})
    if checked.there:
        result.there += 1
    else:
        result.good.append(checked)
