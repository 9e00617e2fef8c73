"""A case that is over closes its referral: from that day its time to be kept runs."""

from __future__ import annotations

from datetime import datetime

from waymark.foundation.access import context
from waymark.foundation.access.loading import lock
from waymark.foundation.ledger.deeds import Doer
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.states import CaseState
from waymark.pathway.referrals import worklist
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.states import ReferralState

OVER = frozenset({CaseState.NOT_ADOPTED, CaseState.CLOSED, CaseState.TRANSFERRED})


def follow(case: Case, name: str, by: Doer, at: datetime) -> None:
    """A step of whatever deed ended the case. One that ended while with the police has another way."""
    if case.state not in OVER:
        return
    with context.lent(case.authority_id):
        referral = lock(Referral.objects.get(pk=case.referral_id))
        if referral.state != ReferralState.SECTION_36:
            return
        worklist.move(referral, "channel-end", at)
        referral.closed_at = at
        referral.save_next("state", "due_at", "closed_at")
        worklist.stage(referral, by, at)
