"""How long what triage holds is kept: by its referral, whose clock starts when it is closed."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.retention import Lived, declare_along, declare_kept, declare_life

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
CHANNEL = Q(state__in=(ReferralState.SECTION_36, ReferralState.TAKEN_OVER, ReferralState.CHANNEL_ENDED))


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
    for code, where in (
        ("referral-unfounded", MISTAKEN),
        ("channel-case", CHANNEL),
        ("referral-child", ~MISTAKEN & ~CHANNEL & ~Q(under_18=False)),
        ("referral-adult", ~MISTAKEN & ~CHANNEL & Q(under_18=False)),
    ):
        declare_kept(
            "referrals.Referral", code, starts="closed_at", where=where, erase=None, otherwise=BY_HAND
        )
    parts = (f"referrals.{part}" for part in PARTS)
    declare_along("referral-child", *parts, otherwise="With its referral")
