"""Figures that are counted together: however many are asked for, in few queries.

What a measure counts as `Grouped` is put into one statement with all others of its kind, and so is what it makes of
several of them (`MadeOf`). What it works out by itself, and shares with other figures, it asks for by `once`: that work
is done one time for all that is counted together.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar, cast

Found = TypeVar("Found")
_held: ContextVar[dict[Hashable, Any] | None] = ContextVar("measures_held", default=None)


@dataclass(frozen=True)
class Grouped:
    """`rows`: a queryset; `by`: what each split of the scope is, as an expression; `how`: the aggregate of a group."""

    rows: Any
    by: Sequence[Any]
    how: Any


Groups = dict[tuple[str, ...], int]


@dataclass(frozen=True)
class MadeOf:
    """`make` gets the groups of each of `parts`, groups of nought left out, and answers counts."""

    parts: Sequence[Grouped]
    make: Callable[..., Iterable[Any]]


def once(key: Hashable, work: Callable[[], Found]) -> Found:
    """What `work` finds, done one time while figures are counted together."""
    held = _held.get()
    if held is None:
        return work()
    if key not in held:
        held[key] = work()
    return cast(Found, held[key])


@contextmanager
def counting() -> Iterator[None]:
    """Within it, `once` holds what was found."""
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


def numbers(asked: Sequence[Grouped]) -> list[Groups]:
    """Of each the groups and their numbers, groups of nought left out. One query for all of them."""
    found: list[Groups] = [{} for _one in asked]
    if asked:
        first, *others = [_numbered(at, one) for at, one in enumerate(asked)]
        for at, group, number in first.union(*others, all=True) if others else first:
            if number:
                found[at][tuple(group)] = number
    return found


def _numbered(at: int, one: Grouped) -> Any:
    from django.contrib.postgres.fields import ArrayField
    from django.db.models import BigIntegerField, Func, IntegerField, TextField, Value
    from django.db.models.functions import Cast

    texts = ArrayField(TextField())
    words = [Cast(split, TextField()) for split in one.by]
    group = Func(*words, template="ARRAY[%(expressions)s]::text[]", output_field=texts)
    named = one.rows.order_by().values(
        figure_at=Value(at, IntegerField()), figure_of=group if words else Value([], texts)
    )
    return named.annotate(figure=Cast(one.how, BigIntegerField())).values_list(
        "figure_at", "figure_of", "figure"
    )
