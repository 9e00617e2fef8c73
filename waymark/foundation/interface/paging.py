"""Paging by key: the next page begins after the last row of this one. No counts, no offsets, stable under ties."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest

AFTER, BEFORE = "after", "before"


@dataclass
class Page:
    """`rows` in order; `next` and `previous` are addresses, empty where there is no such page."""

    rows: list[Any]
    next: str = ""
    previous: str = ""

    def __iter__(self) -> Any:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def page(
    queryset: QuerySet[Any] | Sequence[QuerySet[Any]],
    request: HttpRequest,
    order: Sequence[str] = ("-recorded_at", "id"),
    size: int = 25,
) -> Page:
    """One page of `queryset`. `order` names columns that hold no null and end in a unique one; `-` turns one around.

    A key that cannot be read (an old or forged address) gives the first page. Keys hold only values of `order`:
    never order by a name, as addresses stay in logs.

    Several querysets of `values()` with the same columns in the same order, `order` among them, make one list.
    """
    legs = [queryset] if isinstance(queryset, QuerySet) else list(queryset)
    going_back = BEFORE in request.GET
    key = _read(request.GET.get(BEFORE if going_back else AFTER, ""), legs[0], order)
    going_back = going_back and key is not None
    steps = [_turned(one) for one in order] if going_back else list(order)
    beyond = Q() if key is None else _beyond(steps, key)
    # Of each as much as the page could show: so each finds its own by its own index.
    asked = [leg.filter(beyond).order_by(*steps)[: size + 1] for leg in legs if not leg.query.is_empty()] or [
        queryset.none() for queryset in legs[:1]
    ]
    found = list(asked[0] if len(asked) == 1 else _together(asked, steps)[: size + 1])
    more, rows = len(found) > size, found[:size]
    if going_back:
        rows.reverse()
    has_next = bool(rows) and (more or going_back if not going_back else True)
    has_previous = bool(rows) and (more if going_back else key is not None)
    return Page(
        rows,
        next=_address(request, AFTER, rows[-1], order) if has_next else "",
        previous=_address(request, BEFORE, rows[0], order) if has_previous else "",
    )


def _together(asked: list[QuerySet[Any]], steps: Sequence[str]) -> QuerySet[Any]:
    return asked[0].union(*asked[1:], all=True).order_by(*steps)


def _turned(step: str) -> str:
    return step[1:] if step.startswith("-") else f"-{step}"


def _beyond(steps: Sequence[str], key: Sequence[Any]) -> Q:
    """Rows after `key` in the order of `steps`: later in the first column, or equal there and later in the next."""
    result, equal = Q(), Q()
    for step, value in zip(steps, key, strict=True):
        name = step.lstrip("-")
        result |= equal & Q(**{f"{name}__{'lt' if step.startswith('-') else 'gt'}": value})
        equal &= Q(**{name: value})
    return result


def _address(request: HttpRequest, which: str, row: Any, order: Sequence[str]) -> str:
    values = [_plain(_of(row, step.lstrip("-"))) for step in order]
    token = base64.urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")
    query = request.GET.copy()
    query.pop(AFTER, None)
    query.pop(BEFORE, None)
    query[which] = token
    return f"?{query.urlencode()}"


def _of(row: Any, path: str) -> Any:
    for step in path.split("__"):
        row = row[step] if isinstance(row, dict) else getattr(row, step)
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value if isinstance(value, (int, str)) else str(value)


def _read(token: str, queryset: QuerySet[Any], order: Sequence[str]) -> list[Any] | None:
    """The key in `token`, each value of its column’s kind. None when there is none or it is not one."""
    if not token or len(token) > 500:
        return None
    try:
        values = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        if not isinstance(values, list) or len(values) != len(order):
            return None
        return [_kind(queryset, step.lstrip("-"), value) for step, value in zip(order, values, strict=True)]
    except (ValueError, TypeError, binascii.Error, ValidationError, OverflowError, RecursionError):
        return None


def _kind(queryset: QuerySet[Any], path: str, value: Any) -> Any:
    """`value` as the column holds it; ValidationError when it cannot be one. Annotations are taken as they come."""
    if not isinstance(value, (str, int)) or isinstance(value, bool) or "\x00" in str(value):
        raise ValueError(path)
    model = queryset.model
    *relations, last = path.split("__")
    try:
        for name in relations:
            model = model._meta.get_field(name).related_model
        found = model._meta.get_field(last if last != "pk" else model._meta.pk.name)
    except FieldDoesNotExist:
        return value
    made = found.to_python(value)
    found.run_validators(made)
    return made
