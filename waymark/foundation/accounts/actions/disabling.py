"""Closing an account to its holder, and opening it again."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts.models import User
from waymark.foundation.kernel.refusals import NeedsAnother, Refusal
from waymark.foundation.ledger.deeds import Doer, deed

# What other parts do in the transaction that disables an account: called with `user`, `by` and `at`.
STEPS: list[Callable[..., None]] = []


def when_disabled(step: Callable[..., None]) -> None:
    """Registers a step of a part above this one (in its AppConfig.ready). A Refusal of it stops the disabling."""
    if step not in STEPS:
        STEPS.append(step)


@deed("accounts.disable")
def disable(*, user: User, reason: str, by: Doer, at: datetime) -> User:
    """Disable an account: every session of it ends at once, and it cannot be signed in to.

    Raises NeedsAnother for one’s own account, Refusal (at `reason`) without a reason.
    """
    if by.ledger_name == f"user:{user.pk}":
        raise NeedsAnother(_("You cannot disable your own account. Ask another administrator."))
    if not reason.strip():
        raise Refusal(_("Say why the account is disabled."), field="reason")
    kept = User.objects.select_for_update().get(pk=user.pk)
    if kept.is_active:
        kept.is_active, kept.disabled_at, kept.disabled_reason = False, at, reason.strip()
        kept.sessions_key = uuid.uuid4()
        kept.save(update_fields=["is_active", "disabled_at", "disabled_reason", "sessions_key"])
    hand_on(user=kept, by=by, at=at)
    end_sessions(kept)
    return kept


def hand_on(*, user: User, by: Doer, at: datetime) -> None:
    """Somebody may do less than before (disabled, or a role ended): each part hands on what they may no longer do.
    A Refusal stops it all."""
    for step in STEPS:
        step(user=user, by=by, at=at)


@deed("accounts.enable")
def enable(*, user: User, by: Doer, at: datetime) -> User:
    """Let a disabled account be signed in to again. Sessions from before do not come back."""
    kept = User.objects.select_for_update().get(pk=user.pk)
    kept.is_active, kept.disabled_at, kept.disabled_reason = True, None, ""
    kept.save(update_fields=["is_active", "disabled_at", "disabled_reason"])
    return kept


@deed("accounts.sign-out-everywhere")
def sign_out_everywhere(*, user: User, by: Doer, at: datetime) -> User:
    """End every session of an account, on all machines, without disabling it."""
    kept = User.objects.select_for_update().get(pk=user.pk)
    kept.sessions_key = uuid.uuid4()
    kept.save(update_fields=["sessions_key"])
    end_sessions(kept)
    return kept


def end_sessions(user: User, *, but: str = "") -> None:
    """Delete the sessions of an account (all, or all `but` the one with this key)."""
    for session in UserSession.objects.filter(user=user).exclude(session_key=but):
        session.end()
