"""How long what triage holds is kept: by its referral, whose clock starts when it is closed."""

from __future__ import annotations

from django.db.models import Q

from waymark.foundation.retention import declare_kept

from .states import ReferralState

PARTS = (
    "Concern", "Need", "Duty", "Told", "InformationRequest", "RequestOverride", "Redirect", "TakenTogether", "Decision",
    "Approval", "Resumption", "Handover",
)  # fmt: skip
# Erasing a referral needs two people and a certificate: the stewardship part does it, not a job.
BY_HAND = "By two people, with a certificate"
MISTAKEN = Q(state=ReferralState.MISTAKEN)


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept(
        "referrals.Referral",
        "referral-unfounded",
        starts="closed_at",
        where=MISTAKEN,
        erase=None,
        otherwise=BY_HAND,
    )
    declare_kept(
        "referrals.Referral",
        "referral-child",
        starts="closed_at",
        where=~MISTAKEN & ~Q(under_18=False),
        erase=None,
        otherwise=BY_HAND,
    )
    declare_kept(
        "referrals.Referral",
        "referral-adult",
        starts="closed_at",
        where=~MISTAKEN & Q(under_18=False),
        erase=None,
        otherwise=BY_HAND,
    )
    for part in PARTS:
        declare_kept(
            f"referrals.{part}",
            "referral-child",
            starts="recorded_at",
            erase=None,
            otherwise="With its referral",
        )
