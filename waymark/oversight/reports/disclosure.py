"""What may leave of a restricted report: chosen figures of counts, with small numbers of people held back.

What is held back is worked out over the whole report, whichever figures are chosen, so that two releases of one report
tell no more than one. Waits and numbers on a day never leave: a wait is of one person, and two days give a small move.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from waymark.foundation.interface.charts import written
from waymark.foundation.interface.tables import Column, Table
from waymark.foundation.measures import Unit, small

from .channel_parts import NEVER_RELEASED, SAME
from .figures import Figures, Row, Shown, said, to_keep


def releasable(figures: Figures) -> list[Shown]:
    """The whole figures that can be asked for."""
    return [one for (_code, split), one in figures.by.items() if not split and _may_leave(one)]


def copy(figures: Figures, codes: Iterable[str]) -> list[dict[str, Any]]:
    """What leaves, as it is kept with its approval."""
    safe = _held_back(figures)
    chosen = {key: one for code in codes for key, one in safe.items() if key[0] == code}
    return [
        {name: str(value) if name in ("from_on", "until_on", "counted_at") else value for name, value in one.items()}
        for one in to_keep(Figures(chosen))
    ]  # fmt: skip


def tables(kept: Iterable[dict[str, Any]]) -> list[tuple[dict[str, Any], list[list[str]]]]:
    """Of a copy: each whole figure with its rows, as text: all of it, called so, then group by group."""
    found: dict[str, tuple[dict[str, Any], list[list[str]]]] = {}
    for one in kept:
        rows = found.setdefault(one["code"], (one, []))[1]
        rows += [[said(row["words"]) or _("All"), written(row["number"])] for row in one["rows"]]
    return list(found.values())


def drawn(title: str, columns: list[str], rows: list[list[str]]) -> Table:
    return Table(
        title, (Column(columns[0], lambda row: row[0]), Column(columns[1], lambda row: row[1], number=True)), rows,
        caption_size="s",
    )  # fmt: skip


def _may_leave(one: Shown) -> bool:
    return one.unit == Unit.COUNT and one.code not in NEVER_RELEASED


def _held_back(figures: Figures) -> dict[tuple[str, str], Shown]:
    safe: dict[tuple[str, str], Shown] = {}
    for whole in releasable(figures):
        splits = [one for (code, split), one in figures.by.items() if code == whole.code and split]
        safe |= {(one.code, one.split): one for one in _measure(whole, splits)}
    for child, (parent, split, group) in SAME:
        _together(safe, child, parent, split, group)
    return safe


def _measure(whole: Shown, splits: list[Shown]) -> list[Shown]:
    """One measure, whole and by each split; nothing of it where its whole cannot be told."""
    if not whole.personal:
        return [whole, *splits]
    total = whole.number or 0
    shown = [whole]
    for one in splits:
        parts, all_of_it = small.held_back([row.number or 0 for row in one.rows], total)
        if all_of_it is None:
            return [_nothing(each) for each in (whole, *splits)]
        rows = [replace(row, number=number) for row, number in zip(one.rows, parts, strict=True)]
        shown.append(replace(one, rows=tuple(rows)))
    return shown if total >= small.FEWEST else [_nothing(whole), *map(_nothing, splits)]


def _together(
    safe: dict[tuple[str, str], Shown], child: str, parent: str, split: str, group: str
) -> None:  # fmt: skip
    """A figure that another one tells as well is held back where that one is, and the other way round."""
    there, beside = safe.get((child, "")), safe.get((parent, split))
    if there is None or beside is None:
        return
    cell = next((row.number for row in beside.rows if row.group == group), None)
    if cell is None:
        safe.update({key: _nothing(one) for key, one in safe.items() if key[0] == child})
    elif there.number is None:
        safe.update({key: _nothing(one) for key, one in safe.items() if key[0] == parent})


def _nothing(one: Shown) -> Shown:
    return replace(one, rows=tuple(Row(row.group, row.words, None) for row in one.rows))
