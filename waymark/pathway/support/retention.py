"""How long support is kept: as long as the referral, with which it goes."""

from __future__ import annotations

from waymark.foundation.retention import declare_along

PARTS = (
    "Plan",
    "PlanNeed",
    "SupportAction",
    "Update",
    "Briefing",
    "Session",
    "Report",
    "FundRequest",
    "Risk",
    "RiskEntry",
)


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_along("referral-child", *(f"support.{part}" for part in PARTS), otherwise="With its referral")
