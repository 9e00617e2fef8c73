"""The database context of whoever acts: row security and the ledger read it. Always inside a transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

from .actors import Actor

_NAMES = ("actor", "organisation", "authorities", "purpose", "grants", "request")
_FORGETTING: list[Callable[[], None]] = []
_LENT: ContextVar[frozenset[str]] = ContextVar("context_lent", default=frozenset())


def on_change(forget: Callable[[], None]) -> None:
    """A place for parts above that keep something only as long as a context lasts: told at each change and end."""
    if forget not in _FORGETTING:
        _FORGETTING.append(forget)


def left() -> None:
    """Whatever was kept for the context is forgotten."""
    for forget in _FORGETTING:
        forget()


def enter(actor: Actor, request_id: str = "") -> None:
    """Sets the context for the rest of the present transaction. Outside one it would vanish at once, so it refuses."""
    if not connection.in_atomic_block:
        raise RuntimeError("a context needs a transaction")
    _set(
        {
            "actor": actor.ledger_name if actor.is_somebody else "",
            "organisation": str(actor.organisation_id or ""),
            "authorities": ",".join(str(pk) for pk in sorted(actor.authority_ids)),
            "purpose": actor.purpose,
            "grants": _array(actor.grants),
            "request": request_id,
        }
    )


@contextmanager
def acting(actor: Actor, request_id: str = "") -> Iterator[Actor]:
    """A transaction (or savepoint) in which `actor` acts; the context before it is put back."""
    inside = connection.in_atomic_block
    token = _LENT.set(frozenset())
    try:
        with transaction.atomic():
            # The first of a transaction finds no context, and leaves one that ends with it.
            before = _get() if inside else None
            enter(actor, request_id or (before["request"] if before else ""))
            yield actor
            if before:
                _set(before)
    finally:
        _LENT.reset(token)
        left()


@contextmanager
def lending(*grants: str) -> Iterator[None]:
    """For one step of an action the actor borrows grants, and stays who they are in the ledger.

    Needed where a deed writes rows that its doer may not see: a referrer’s referral becomes the council’s record.
    Call it from actions only, around as few lines as possible. When it fails, the deed around it must fail too: only
    that takes back what was lent (a savepoint for each of these steps cost a sixth of all that is asked of the
    database). What is lent already, by a step around this one, is not asked for again.
    """
    held = _LENT.get()
    if held.issuperset(grants):
        yield
        return
    token = _LENT.set(held.union(grants))
    try:
        with transaction.atomic(savepoint=False):
            before = _lend(_array(grants)[1:-1])
            yield
            _set(before)
    finally:
        _LENT.reset(token)
        left()


def under(purpose: str) -> None:
    """The rest of the transaction is done for this purpose: what is read and done says so in the ledger."""
    _set({"purpose": purpose})


def lent(authority_id: int) -> AbstractContextManager[None]:
    """The grant of the system’s own steps in one authority."""
    return lending(f"system:{authority_id}")


def _array(grants: tuple[str, ...]) -> str:
    if any(char in grant for grant in grants for char in '",{}\\ '):
        raise ValueError("a grant has plain characters only")
    return "{" + ",".join(grants) + "}"


_HELD = ", ".join(f"coalesce(current_setting('waymark.{name}', true), '') AS {name}" for name in _NAMES)
_LEND = (
    f"WITH held AS MATERIALIZED (SELECT {_HELD}) SELECT {', '.join(_NAMES)}, set_config('waymark.grants', "  # noqa: S608
    "'{' || concat_ws(',', nullif(btrim(grants, '{}'), ''), nullif(%s, '')) || '}', true) FROM held"
)


def _get() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_HELD}")
        return dict(zip(_NAMES, cursor.fetchone(), strict=True))


def _lend(more: str) -> dict[str, str]:
    """Adds grants to those of the context. What it was before, read and changed in one statement."""
    left()
    with connection.cursor() as cursor:
        cursor.execute(_LEND, [more])
        return dict(zip(_NAMES, cursor.fetchone()[:-1], strict=True))


def _set(values: dict[str, str]) -> None:
    left()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ", ".join("set_config(%s, %s, true)" for _ in values),
            [item for name, value in values.items() for item in (f"waymark.{name}", value)],
        )
