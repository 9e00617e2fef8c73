"""How long panels are kept: who sat on them, and by what terms, six years after the panel ended."""

from __future__ import annotations

from waymark.foundation.retention import declare_along, declare_kept

MINUTES = "panel-minutes"


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("panel.Panel", MINUTES, starts="ended_on")
    declare_along(MINUTES, "panel.Terms", "panel.Seat", "panel.Deputy", otherwise="With its panel")
    declare_along(MINUTES, "panel.PanelMeeting", otherwise="With its meeting")
    names = (
        "Acceptance",
        "Item",
        "Paper",
        "DeclaredInterest",
        "Invitee",
        "Minute",
        "MinuteSignature",
        "Pack",
    )
    agenda = (f"panel.{name}" for name in names)
    declare_along(MINUTES, *agenda, otherwise="With its meeting")
