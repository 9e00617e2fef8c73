"""A case that is over closes its referral: from that day its time to be kept runs."""

from __future__ import annotations

from datetime import datetime

from waymark.foundation.access import context
from waymark.foundation.access.loading import lock
from waymark.foundation.ledger.deeds import Doer
from waymark.pathway.assessment import worklist as police
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.states import CaseState
from waymark.pathway.referrals import worklist
from waymark.pathway.referrals.actions.leading import still_led
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.states import ReferralState

OVER = frozenset({CaseState.NOT_ADOPTED, CaseState.CLOSED, CaseState.TRANSFERRED})

# How its referral stands while the panel has a case.
OPEN = frozenset({ReferralState.SECTION_36, ReferralState.TAKEN_OVER})


def follow(case: Case, name: str, by: Doer, at: datetime) -> None:
    """A step of whatever deed ended the case, or found that its end was entered wrongly. A case that ended while with
    the police has another way, and so has one that they refer anew."""
    over = case.state in OVER
    if not over and name != "enter-anew":
        return
    with context.lent(case.authority_id):
        referral = lock(Referral.objects.get(pk=case.referral_id))
        back = "channel-again" if case.section_36_id else "taken-over"
        if (referral.state in OPEN) != over:
            return
        worklist.move(referral, "channel-end" if over else back, at)
        referral.closed_at = at if over else None
        referral.save_next("state", "due_at", "closed_at")
        worklist.stage(referral, by, at)
        police.stage_all(referral, by, at)
        if not over:
            still_led(by, at, referral)
