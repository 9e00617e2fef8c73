"""A query whose SQL is put together once: for what every page asks, where the putting together costs most of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
# What stands for a value while the SQL is made: a thing of its kind that no caller would give.
_MARKS: dict[type, Callable[[int], Any]] = {
    UUID: lambda nth: UUID(int=(0xFADED << 100) + nth),
    date: lambda nth: date(1, 1, 1 + nth),
}


class KeptSQL(Generic[M]):
    """`KeptSQL(lambda user, day: Membership.objects.valid(day).filter(user_id=user), UUID, date)`.

    Called with values of these kinds it gives the rows, in one query. The queryset is made once, and must not depend on
    anything but its arguments.
    """

    def __init__(self, make: Callable[..., QuerySet[M]], *kinds: type) -> None:
        self._make = make
        self._marks = [_MARKS[kind](nth) for nth, kind in enumerate(kinds)]

    def __call__(self, *values: Any) -> list[M]:
        """Raises TypeError when there are more or fewer values than kinds."""
        if len(values) != len(self._marks):
            raise TypeError(f"{len(self._marks)} values, not {len(values)}")
        sql, places = self._compiled
        given = [values[what] if which else what for which, what in places]
        return list(self._made.model._default_manager.raw(sql, given))

    @cached_property
    def _made(self) -> QuerySet[M]:
        return self._make(*self._marks)

    @cached_property
    def _compiled(self) -> tuple[str, list[tuple[bool, Any]]]:
        """The SQL and its parameters: (True, the number of a value) or (False, what is always the same)."""
        sql, parameters = self._made.query.sql_with_params()
        places = [
            (True, self._marks.index(each)) if each in self._marks else (False, each) for each in parameters
        ]
        missing = set(range(len(self._marks))) - {what for which, what in places if which}
        if missing:
            raise TypeError(f"the query does not ask for value {min(missing)}")
        return sql, places
