"""What falls under which class: each part declares its own records, and how they are erased."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model, ProtectedError, Q, QuerySet

from .classes import RetentionClass, find

Eraser = Callable[[QuerySet[Any]], int]
RowsStep = Callable[[str, Collection[Any]], None]


@dataclass(frozen=True)
class Kept:
    """Records of one model (those that fit `where`) and the field that their clock starts with (a date or a time).

    `erase` gets the rows that are due, in the context of a job of their authority, and answers how many went.
    None means that the rows go by another hand, which `otherwise` names (with their record; a job of their part).
    """

    model: str
    class_code: str
    starts: str
    where: Q
    erase: Eraser | None
    otherwise: str
    authority: str

    @property
    def model_class(self) -> type[Model]:
        return apps.get_model(self.model)

    @property
    def retention_class(self) -> RetentionClass:
        return find(self.class_code)


KEPT: list[Kept] = []
WHEN_ROWS_ERASED: list[RowsStep] = []


@dataclass(frozen=True)
class Carried:
    """Rows that belong to no authority’s class by a date of their own: `job` (of the queue) ends them, or, where it is
    empty, `how` says why nobody has to."""

    model: str
    job: str
    how: str


CARRIED: dict[str, Carried] = {}
# Classes of which nothing is held yet, and what will bring them.
NOT_YET: dict[str, str] = {}


def carried_out(model: str, job: str, how: str) -> None:
    """Declares who ends the rows of a model that `declare_kept` does not name. ValueError for two answers."""
    carried = Carried(model, job, how)
    if CARRIED.get(model, carried) != carried:
        raise ValueError(f"{model} is declared twice")
    CARRIED[model] = carried


def not_yet(class_code: str, until: str) -> None:
    """Declares that nothing of a class is held until a part is there."""
    find(class_code)
    NOT_YET[class_code] = until


def delete_rows(rows: QuerySet[Any]) -> int:
    """The plain eraser: deletes the rows and what hangs on them. How many of the rows themselves.

    A row that something else still needs (a line of a list) stays until that is gone, and keeps no other.
    """
    try:
        with transaction.atomic():
            return _deleted(rows)
    except ProtectedError:
        return sum(_deleted_alone(rows.model, key) for key in list(rows.values_list("pk", flat=True)))


def _deleted_alone(model: type[Model], key: Any) -> int:
    try:
        with transaction.atomic():
            return _deleted(model._default_manager.filter(pk=key))
    except ProtectedError:
        return 0


def _deleted(rows: QuerySet[Any]) -> int:
    return int(rows.delete()[1].get(rows.model._meta.label, 0))


def when_rows_erased(step: RowsStep) -> None:
    """Called with the kind (`"concerns.draft"`) and the keys of rows that are gone, in the erasure’s transaction."""
    if step not in WHEN_ROWS_ERASED:
        WHEN_ROWS_ERASED.append(step)


def declare_along(class_code: str, *models: str, otherwise: str, starts: str = "recorded_at") -> None:
    """Declares records that hang on another and go with it: `otherwise` says with which."""
    for model in models:
        declare_kept(model, class_code, starts=starts, erase=None, otherwise=otherwise)


def declare_kept(
    model: str,
    class_code: str,
    *,
    starts: str,
    where: Q | None = None,
    erase: Eraser | None = delete_rows,
    otherwise: str = "",
    authority: str = "authority_id",
) -> None:
    """Declares that records of `model` (`"concerns.Draft"`) are kept by a class from the field `starts` on.

    `authority` is the path to the authority’s key. ValueError for an unknown class, or when nobody would erase.
    """
    find(class_code)
    if erase is None and not otherwise:
        raise ValueError(f"{model}: say who erases these rows")
    kept = Kept(model, class_code, starts, where or Q(), erase, otherwise, authority)
    if kept not in KEPT:
        KEPT.append(kept)
