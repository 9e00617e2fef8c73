"""How long people are kept: with their referrals, whose clock starts when they are closed."""

from __future__ import annotations

from waymark.foundation.retention import declare_along, declare_kept

PARTS = ("Person", "PersonName", "Address", "Affiliation", "Match", "PersonLink", "OwnerQuestion")


def declare_retention() -> None:
    """Called in AppConfig.ready. When the last referral ends is known above: nothing is erased from here."""
    parts = (f"people.{part}" for part in PARTS)
    declare_along("referral-child", *parts, otherwise="With the person’s last referral")
    declare_kept(
        "people.EqualityAnswers",
        "equality",
        starts="answered_at",
        erase=None,
        otherwise="Unlinked 12 months after the person’s last referral is closed",
    )
