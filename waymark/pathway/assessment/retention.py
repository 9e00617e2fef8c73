"""How long a police assessment is kept: as long as its referral, with which it goes."""

from __future__ import annotations

from waymark.foundation.retention import declare_kept

PARTS = ("PoliceAssessment", "Deconfliction", "WrittenAssessment", "PoliceDecision", "ClosureApproval")


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    for part in PARTS:
        declare_kept(
            f"assessment.{part}",
            "referral-child",
            starts="recorded_at",
            erase=None,
            otherwise="With its referral",
        )
