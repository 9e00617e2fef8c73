"""How long what is said of the end of support is kept: as long as its referral, with which it goes."""

from __future__ import annotations

from waymark.foundation.retention import declare_along

PARTS = (
    "ClosingReport", "SignOff", "Review", "LookBack", "Alarm", "Pause", "GoingOn", "Investigation",
    "Transfer", "TransferAnswer", "Arrival",
)  # fmt: skip


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_along("channel-case", *(f"exits.{part}" for part in PARTS), otherwise="With its referral")
