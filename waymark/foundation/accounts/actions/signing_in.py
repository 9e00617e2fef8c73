"""What the ledger keeps of signing in: that it happened, to whose account, when. Never from where, never a secret."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from waymark.foundation.accounts.models import User
from waymark.foundation.ledger.deeds import Doer, deed

UNKNOWN = uuid.UUID(int=0)


@dataclass(frozen=True)
class Named:
    """Somebody who acts, by the name that the ledger has for them."""

    ledger_name: str


@contextmanager
def named(ledger_name: str) -> Iterator[Named]:
    """A transaction in which somebody acts who is not signed in (yet, or any more); yields the doer."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('waymark.actor', true), '')")
        before = cursor.fetchone()[0]
        cursor.execute("SELECT set_config('waymark.actor', %s, true)", [ledger_name])
        yield Named(ledger_name)
        cursor.execute("SELECT set_config('waymark.actor', %s, true)", [before])


def enter(note: object, user: User) -> None:
    """Enter one of the deeds below as done by the holder of the account."""
    with named(f"user:{user.pk}") as holder:
        note(user=user, by=holder)  # type: ignore[operator]


def enter_failure(user: User | None) -> None:
    """Enter that somebody failed to sign in: about the account, or about none. Both cost the same."""
    with named("nobody:sign-in") as somebody:
        fail(user=user or User(pk=UNKNOWN), by=somebody)


@deed("accounts.sign-in")
def sign_in(*, user: User, by: Doer, at: datetime) -> User:
    """Somebody signed in."""
    return user


@deed("accounts.sign-in-failed")
def fail(*, user: User, by: Doer, at: datetime) -> User:
    """Somebody tried and failed: a wrong password, a wrong code, an account that is disabled or not there."""
    return user


@deed("accounts.step-up")
def step_up(*, user: User, by: Doer, at: datetime) -> User:
    """Somebody who is signed in showed again that it is them."""
    return user


@deed("accounts.session-ended")
def end_session(*, user: User, by: Doer, at: datetime) -> User:
    """A session ended: by its holder, or because it was over."""
    return user


@deed("accounts.passkey-added")
def add_passkey(*, user: User, by: Doer, at: datetime) -> User:
    """Somebody made a passkey."""
    return user


@deed("accounts.passkey-removed")
def remove_passkey(*, user: User, by: Doer, at: datetime) -> User:
    """Somebody removed one."""
    return user
