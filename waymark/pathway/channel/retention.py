"""How long a Channel case is kept: as long as its referral, with which it goes."""

from __future__ import annotations

from waymark.foundation.retention import declare_along

PARTS = (
    "channel.Case",
    "channel.CaseEvent",
    "channel.PanelDecision",
    "channel.Dissent",
    "channel.AttendanceCorrection",
)


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_along("referral-child", *PARTS, otherwise="With its referral")
