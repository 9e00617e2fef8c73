"""How long a police assessment is kept: as long as its referral, with which it goes."""

from __future__ import annotations

from waymark.foundation.retention import declare_along

PARTS = ("PoliceAssessment", "Deconfliction", "WrittenAssessment", "PoliceDecision", "ClosureApproval")


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    parts = (f"assessment.{part}" for part in PARTS)
    declare_along("referral-child", *parts, otherwise="With its referral")
