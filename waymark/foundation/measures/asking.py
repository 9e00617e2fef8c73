"""Which period an address asks for, and by which splits a list of what is counted is narrowed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from waymark.foundation.interface import filters
from waymark.foundation.interface.moments import day
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.foundation.kernel import clock

from .registry import Line, Measure, Rows, Scope

YEAR = timedelta(days=364)


def scope_of(asked: QueryDict, authority_id: int) -> Scope:
    """The period in the address; the last twelve months where it says none, or none that is one."""
    until_on = _day(asked.get("until", "")) or clock.today()
    from_on = _day(asked.get("from", "")) or until_on - YEAR
    return Scope(authority_id, min(from_on, until_on), until_on)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def splits(measure: Measure, rows: Rows) -> list[filters.One]:
    """Each split whose groups have words, as a filter of the list."""
    return [
        filters.One(name, called, list(measure.words[name].items()), _narrow(name, expression))
        for name, (expression, called) in rows.splits.items()
        if measure.words.get(name)
    ]


def _narrow(name: str, expression: Any) -> Any:
    def narrow(found: QuerySet[Any], value: str) -> QuerySet[Any]:
        return found.alias(**{f"of_{name}": expression}).filter(**{f"of_{name}": value})

    return narrow


def table(measure: Measure, rows: Rows, found: list[Any], columns: tuple[Any, Any]) -> Table:
    def first(line: Line) -> Any:
        return reference(line.href, line.reference) if line.href else line.reference

    return Table(
        measure.title,
        (Column(columns[0], first), Column(columns[1], lambda line: day(line.on) if line.on else "")),
        [rows.line(row) for row in found],
        empty=_("It counts no record that you may open."),
    )
