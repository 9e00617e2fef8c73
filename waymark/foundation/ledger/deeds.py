"""Deeds: the one wrapper of every action. One transaction, one entry in the ledger, named for what was done."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol, TypeVar

from django.db import connection, models, transaction

from waymark.foundation.kernel import clock

Result = TypeVar("Result")
DEEDS: dict[str, Callable[..., Any]] = {}


class Doer(Protocol):
    """Whoever does it: an actor of the access part. `ledger_name` is what the database context must say too."""

    @property
    def ledger_name(self) -> str: ...


class WrongContext(RuntimeError):
    """A deed was called by one actor while the database context names another: a fault of the caller’s code."""


def deed(code: str) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Wraps an action: keyword-only, `by=` an actor, `at=` when it happened (now, if left out).

    The action returns the record it is about (or a tuple that begins with it).
    """

    def wrap(action: Callable[..., Result]) -> Callable[..., Result]:
        if code in DEEDS and DEEDS[code].__wrapped__.__qualname__ != action.__qualname__:  # type: ignore[attr-defined]
            raise ValueError(f"two actions are called {code}")

        @functools.wraps(action)
        def run(*, by: Doer, at: datetime | None = None, **given: Any) -> Result:
            moment = at or clock.now()
            with transaction.atomic():
                outer = _begin(code, by)
                result = action(by=by, at=moment, **given)
                _note(code, result, moment, outer)
            return result

        DEEDS[code] = run
        return run

    return wrap


def disclosed(record: models.Model, *, recipient: str, what: str, basis: str) -> None:
    """Enters that something of `record` was given out. `recipient` is an organisation, never a person’s name."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ledger.note_disclosure(%s, %s, %s, %s, %s, %s)",
            [*about(record), getattr(record, "authority_id", None), recipient, what, basis],
        )


def about(record: models.Model) -> tuple[str, str]:
    """How the ledger names a record: its model’s label and its key."""
    return record._meta.label_lower, str(record.pk)


def _begin(code: str, by: Doer) -> str:
    """Names the deed in the context. The one it is a step of, or nothing; WrongContext undoes it with the savepoint."""
    with connection.cursor() as cursor:
        # The CTE is done first: what the context says before it is changed.
        cursor.execute(
            "WITH held AS MATERIALIZED (SELECT ledger.context('actor') AS actor, ledger.context('deed') AS deed) "
            "SELECT actor, deed, set_config('waymark.deed', %s, true) FROM held",
            [code],
        )
        actor, outer, _now = cursor.fetchone()
    if actor != by.ledger_name:
        raise WrongContext(f"{code} by {by.ledger_name}, but the context is {actor or 'empty'}")
    return str(outer or "")


def _note(code: str, result: Any, moment: datetime, outer: str) -> None:
    """The entry; what follows belongs to the deed around this one again."""
    record = result[0] if isinstance(result, tuple) else result
    if not isinstance(record, models.Model):
        raise TypeError(f"{code} must return the record it is about")
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH noted AS MATERIALIZED (SELECT ledger.note_deed(%s, %s, %s, %s, %s) AS entry) "
            "SELECT noted.entry, set_config('waymark.deed', %s, true) FROM noted",
            [code, *about(record), getattr(record, "authority_id", None), moment, outer],
        )
