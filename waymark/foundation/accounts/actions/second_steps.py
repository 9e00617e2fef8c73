"""The second step of somebody who lost theirs: the old ones end, and a new one begins."""

from __future__ import annotations

import secrets
import uuid
from base64 import b32encode
from collections.abc import Callable
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

from waymark.foundation.accounts.actions.disabling import end_sessions
from waymark.foundation.accounts.models import User
from waymark.foundation.ledger.deeds import Doer, deed


@deed("accounts.end-second-steps")
def end_second_steps(*, user: User, by: Doer, at: datetime) -> User:
    """Every passkey, app and recovery code of the account ends, and every session.

    What stays is an app that nobody has: without it the password alone would lead to making a new second step.
    """
    _end_all(user)
    TOTP.activate(user, b32encode(secrets.token_bytes(20)).decode())
    return user


@deed("accounts.begin-anew")
def begin_anew(*, user: User, make: Callable[[User], object], by: Doer, at: datetime) -> User:
    """The account gets one new second step, which `make` makes, in place of whatever it had."""
    _end_all(user)
    make(user)
    return user


def _end_all(user: User) -> None:
    Authenticator.objects.filter(user=user).delete()
    user.sessions_key = uuid.uuid4()
    user.save(update_fields=["sessions_key"])
    end_sessions(user)
