"""How long what triage holds is kept: by its referral, whose clock starts when it is closed."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.retention import Lived, declare_kept, declare_life

from . import queries
from .actions import sealing
from .states import ReferralState

PARTS = (
    "Concern", "Need", "Duty", "Told", "InformationRequest", "RequestOverride", "Redirect", "TakenTogether", "Decision",
    "Approval", "Resumption", "Handover",
    "Restriction",
)  # fmt: skip
BY_HAND = "By two people; at the ceiling by the job `retention.expire`"
MISTAKEN = Q(state=ReferralState.MISTAKEN)


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_life(
        Lived(
            "referrals.referral",
            _("Referral"),
            owner="authority:{authority}:lead",
            seal=sealing.seal_in_time,
            find=queries.key_of,
            reference=queries.reference_of,
            address=queries.address_of,
        )
    )
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
