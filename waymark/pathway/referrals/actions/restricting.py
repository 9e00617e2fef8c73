"""The record owner keeps a referral to named people, and lets the whole of triage see it again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.access.queries import who_may
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.kernel.sentences import is_sentence
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.referrals import policies, queries, worklist
from waymark.pathway.referrals.models import Referral, Restriction
from waymark.pathway.referrals.permissions import Permission

from . import carrying, leading


@deed("referrals.restrict")
def restrict(
    *, by: Actor, at: datetime, referral: Referral, version: int, people: Collection[str], reason: str
) -> Referral:
    """From now on the Prevent lead, the lead professional and `people` (keys of accounts) see the referral; every
    other officer needs break-glass. One that was in force ends, so that this is also how the names are changed.
    """
    referral = lock(referral, version)
    policies.triage_restrict(by, referral).require()
    _sentence(reason)
    chosen = {UUID(str(key)) for key in people}
    able = who_may(Permission.TRIAGE, referral.authority_id).filter(pk__in=chosen)
    if able.count() != len(chosen):
        raise Refusal(_("Choose people who work in triage."), field="people")
    for before in referral.restrictions.filter(ended_at__isnull=True):
        _end(before, by, at, reason)
    Restriction.objects.create(
        **carrying.with_(referral),
        people=sorted(chosen),
        reason=reason,
        restricted_by_id=by.user_id,
        restricted_at=at,
    )
    _to_team(referral, by, at)
    return referral


@deed("referrals.unrestrict")
def unrestrict(*, by: Actor, at: datetime, referral: Referral, version: int, reason: str) -> Referral:
    """All of triage sees the referral again. Who it was kept to, and why, stays on record."""
    referral = lock(referral, version)
    policies.triage_unrestrict(by, referral).require()
    _sentence(reason)
    _end(referral.restrictions.get(ended_at__isnull=True), by, at, reason)
    _to_team(referral, by, at)
    return referral


def _to_team(referral: Referral, by: Actor, at: datetime) -> None:
    """Everything of it is given to those who may see it now, and what waits for others waits for them."""
    able = queries.able_to_lead(referral)
    offered = referral.handovers.filter(answered_at__isnull=True).values_list("receiver_id", flat=True)
    if any(not able.filter(pk=receiver).exists() for receiver in offered):
        leading.close_offers(referral, by, at)
    carrying.to_team(referral, by=by, at=at)
    referral.save_next()
    if not referral.is_closed:
        worklist.stage(referral, by, at)


def _end(restriction: Restriction, by: Actor, at: datetime, reason: str) -> None:
    restriction.ended_by_id, restriction.ended_at, restriction.ended_because = by.user_id, at, reason
    restriction.save_next("ended_by", "ended_at", "ended_because")


def _sentence(reason: str) -> None:
    if not is_sentence(reason):
        raise Incomplete(_("Say in a whole sentence why."), field="reason")
