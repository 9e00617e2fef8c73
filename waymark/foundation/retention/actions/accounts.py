"""Accounts nobody uses: closed after 35 days, and after 90 nothing is left of them to sign in with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import structlog
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.actions.disabling import disable, end_sessions
from waymark.foundation.accounts.models import SignOn, User
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.retention.classes import find
from waymark.foundation.retention.periods import Period

JOB = "retention"
CLASS = "account"
REASON = "Not used for 35 days"
log = structlog.get_logger(__name__)


def close_unused(now: datetime) -> tuple[int, int]:
    """How many were closed, and of how many the credentials were removed. Done again, none."""
    row = find(CLASS)
    today = clock.uk_date(now)
    closed = [u for u in _used_before(today, row.sealed_after).filter(is_active=True) if _close(u, now)]
    bare = [u for u in _used_before(today, row.erased_after).filter(_has_credentials()) if _empty(u, now)]
    return len(closed), len(bare)


@deed("retention.remove-credentials")
def remove_credentials(*, by: Actor, at: datetime, user: User) -> User:
    """Nothing is left to sign in with, and no session. The name stays where the person signed something."""
    kept = User.objects.select_for_update().get(pk=user.pk)
    kept.set_unusable_password()
    kept.save(update_fields=["password"])
    Authenticator.objects.filter(user=kept).delete()
    SignOn.objects.filter(user=kept).delete()
    end_sessions(kept)
    return kept


def _used_before(today: date, period: Period | None) -> QuerySet[User]:
    """Accounts whose last use (or, never used, whose beginning) is that long ago."""
    days = period.days if period else 0
    last = Coalesce(F("last_seen_on"), TruncDate("joined_at", tzinfo=clock.UK))
    return User.objects.annotate(last=last).filter(last__lte=date.fromordinal(today.toordinal() - days))


def _has_credentials() -> Q:
    unusable = {"password__startswith": "!"}
    return ~Q(**unusable) | Q(pk__in=Authenticator.objects.values("user"))


def _close(user: User, now: datetime) -> bool:
    return _each(user, lambda by: disable(by=by, at=now, user=user, reason=REASON), "account not closed")


def _empty(user: User, now: datetime) -> bool:
    return _each(user, lambda by: remove_credentials(by=by, at=now, user=user), "credentials not removed")


def _each(user: User, step: Callable[[Actor], User], what: str) -> bool:
    authorities = Membership.objects.filter(user=user).values_list("authority_id", flat=True)
    try:
        with transaction.atomic(), acting(Actor.job(JOB, *sorted(set(authorities)))) as by:
            step(by)
    except Exception as problem:  # noqa: BLE001  (one account must not keep the others)
        log.error(what, problem=type(problem).__name__)
        return False
    return True
