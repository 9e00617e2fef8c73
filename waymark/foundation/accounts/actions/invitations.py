"""Inviting somebody, and accepting: the only way to an account."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts import mailing
from waymark.foundation.accounts.models import Invitation, Language, User
from waymark.foundation.accounts.models.invitations import LASTS, fingerprint
from waymark.foundation.accounts.models.users import plain_email
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.foundation.ledger.deeds import Doer, deed

AfterAcceptance = Callable[[Invitation, User, datetime], None]
_after_acceptance: list[AfterAcceptance] = []


def after_acceptance(step: AfterAcceptance) -> None:
    """Declare what an upper part does once somebody accepted (memberships). Call it in AppConfig.ready.

    It is called in the same transaction with the invitation, the new account and the time.
    """
    if step not in _after_acceptance:
        _after_acceptance.append(step)


@dataclass(frozen=True)
class Invitee:
    """Whoever accepts: they have no account yet, so the ledger names the invitation."""

    invitation: Invitation

    @property
    def ledger_name(self) -> str:
        """How the ledger names them."""
        return f"invitation:{self.invitation.pk}"


@contextmanager
def as_invitee(invitation: Invitation) -> Iterator[Invitee]:
    """A transaction in which the holder of an invitation acts; yields the doer to pass as `by`."""
    doer = Invitee(invitation)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('waymark.actor', true), '')")
        before = cursor.fetchone()[0]
        cursor.execute("SELECT set_config('waymark.actor', %s, true)", [doer.ledger_name])
        yield doer
        cursor.execute("SELECT set_config('waymark.actor', %s, true)", [before])


@deed("accounts.invite")
def invite(*, email: str, by: Doer, at: datetime, language: str = Language.ENGLISH) -> Invitation:
    """Invite an address: writes the letter with the link. An open invitation to the same address is replaced.

    Raises Refusal (at `email`) where there is an account already.
    """
    address = plain_email(email)
    if User.objects.filter(email=address).exists():
        raise Refusal(_("There is already an account with this email address."), field="email")
    _open(address).update(withdrawn_at=at)
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        email=address,
        language=language,
        invited_by_id=getattr(by, "user_id", None),
        token_hash=fingerprint(token),
        invited_at=at,
        expires_at=at + LASTS,
    )
    link = mailing.absolute(reverse("accounts:invitation-open", args=[token]))
    mailing.letter("accounts/email/invitation", address, {"link": link}, language)
    return invitation


@deed("accounts.withdraw-invitation")
def withdraw(*, invitation: Invitation, by: Doer, at: datetime) -> Invitation:
    """Make an open invitation unusable. Raises NotNow when it was accepted."""
    kept = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if kept.accepted_at:
        raise NotNow(_("This invitation has been accepted. Disable the account instead."))
    kept.withdrawn_at = kept.withdrawn_at or at
    kept.save(update_fields=["withdrawn_at"])
    return kept


@deed("accounts.accept-invitation")
def accept(
    *,
    invitation: Invitation,
    full_name: str,
    password: str | None,
    by: Doer,
    at: datetime,
    known_as: str = "",
) -> User:
    """Make the account of an invitation, once; without a password where the organisation’s sign-on opens it.

    Raises NotNow (works no more) or Refusal (at a field).
    """
    kept = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not kept.works_at(at) or User.objects.filter(email=kept.email).exists():
        raise NotNow(_("This invitation does not work any more. Ask for a new one."))
    user = User(email=kept.email, full_name=full_name, known_as=known_as, language=kept.language)
    if password is not None:
        _check_password(password, user)
    user.set_password(password)
    user.save()
    kept.accepted_at = at
    kept.accepted_by = user
    kept.save(update_fields=["accepted_at", "accepted_by"])
    for step in _after_acceptance:
        step(kept, user, at)
    return user


def _open(address: str) -> Any:
    return Invitation.objects.filter(email=address, accepted_at=None, withdrawn_at=None)


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as problem:
        raise Refusal(problem.messages[0], field="password") from problem
