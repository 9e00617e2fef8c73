"""A query whose SQL is put together once: for what a page asks each time it is opened, where the putting together costs
as much processor time as everything else of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar, cast
from uuid import UUID

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=Model)
# What stands for a value while the SQL is made: a thing of its kind that no caller would give.
_MARKS: dict[type, Callable[[int], Any]] = {
    UUID: lambda nth: UUID(int=(0xFADED << 100) + nth),
    date: lambda nth: date(1, 1, 1 + nth),
    str: lambda nth: f"\x7fkept {nth}",
    int: lambda nth: 2_000_000_000 + nth,
    list: lambda nth: [f"\x7fkept {nth}"],
}


class KeptSQL(Generic[M]):
    """`KeptSQL(lambda user, day: Membership.objects.valid(day).filter(user_id=user), UUID, date)`.

    Called with values of these kinds it gives the rows, in one query and those of its prefetches. The queryset is made
    once, and must not depend on anything but its arguments. A list must reach the SQL as one parameter
    (`kernel.lookups`).
    """

    def __init__(self, make: Callable[..., QuerySet[M]], *kinds: type) -> None:
        self._make = make
        self._marks = [_MARKS[kind](nth) for nth, kind in enumerate(kinds)]

    def __call__(self, *values: Any) -> list[M]:
        """Raises TypeError when there are more or fewer values than kinds."""
        if len(values) != len(self._marks):
            raise TypeError(f"{len(self._marks)} values, not {len(values)}")
        kept, places = self._compiled
        rows = self._made.all()
        asked = cast(_Again, rows.query.chain(klass=_Again))
        asked.statement = kept.with_values([values[what] if which else what for which, what in places])
        rows.query = asked
        return list(rows)

    @cached_property
    def _made(self) -> QuerySet[M]:
        return self._make(*self._marks)

    @cached_property
    def _compiled(self) -> tuple[_Statement, list[tuple[bool, Any]]]:
        """The statement, and its parameters: (True, the number of a value) or (False, what is always the same)."""
        compiler = self._made.query.get_compiler(self._made.db)
        sql, parameters = compiler.as_sql()
        places = [
            (True, self._marks.index(each)) if each in self._marks else (False, each) for each in parameters
        ]
        missing = set(range(len(self._marks))) - {what for which, what in places if which}
        if missing:
            raise TypeError(f"the query does not ask for value {min(missing)}")
        return _Statement(compiler, sql), places


@dataclass(frozen=True)
class _Statement:
    """What a compiler made of a query once: the SQL, and (in the compiler) which column is what of which object."""

    compiler: SQLCompiler
    sql: str
    values: tuple[Any, ...] = ()

    def with_values(self, values: Sequence[Any]) -> _Statement:
        return _Statement(self.compiler, self.sql, tuple(values))

    def ready(self, using: str) -> SQLCompiler:
        """A compiler that has it made already, for the connection of this thread."""
        ready = copy(self.compiler)
        ready.using, ready.connection = using, connections[using]
        ready.as_sql = lambda *_how, **_named: (self.sql, self.values)  # type: ignore[method-assign]
        return ready


class _Again(Query):
    """A query that is not put together again."""

    statement: _Statement

    def get_compiler(self, using: str | None = None, *_others: Any, **_named: Any) -> SQLCompiler:
        return self.statement.ready(using or "default")


class Belonging(Generic[M]):
    """`Belonging(Plan, "case", "approved_by")`: the plans of a case with who approved each, in one query whose SQL is
    put together once. Called with the case; each plan knows it. In the order of the model, or in that of `order`."""

    def __init__(self, model: type[M], name: str, *beside: str, order: tuple[str, ...] = ()) -> None:
        def make(key: UUID) -> QuerySet[M]:
            found = _all(model, beside).filter(**{f"{name}_id": key})
            return found.order_by(*order) if order else found

        self._name, self._asked = name, KeptSQL(make, UUID)

    def __call__(self, record: Model) -> list[M]:
        rows = self._asked(record.pk)
        for row in rows:
            setattr(row, self._name, record)
        return rows


class Children(Generic[M]):
    """`Children(CaseEvent, "case", "entered_by")`: in one query, whose SQL is put together once, all that belong to
    some records. Then `case.events.all()` gives them, as after `prefetch_related`."""

    def __init__(self, model: type[M], name: str, *beside: str) -> None:
        self._model, self._name = model, name
        self._asked = KeptSQL(lambda keys: _all(model, beside).filter(**{f"{name}_id__one_of": keys}), list)

    def __call__(self, parents: Sequence[Model]) -> list[M]:
        """Their children, all of them, in the order of the model; each knows its parent."""
        if not parents:
            return []
        by_key: dict[Any, tuple[Model, list[M]]] = {parent.pk: (parent, []) for parent in parents}
        rows = self._asked(list(by_key))
        for row in rows:
            parent, own = by_key[getattr(row, f"{self._name}_id")]
            setattr(row, self._name, parent)
            own.append(row)
        there: Any = self._model._meta.get_field(self._name).remote_field
        for parent, own in by_key.values():
            known = getattr(parent, there.get_accessor_name()).all()
            known._result_cache = own
            vars(parent).setdefault("_prefetched_objects_cache", {})[there.cache_name] = known
        return rows


def _all(model: type[M], beside: tuple[str, ...]) -> QuerySet[M]:
    found: QuerySet[M] = model._default_manager.all()
    return found.select_related(*beside) if beside else found
