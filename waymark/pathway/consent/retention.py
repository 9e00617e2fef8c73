"""How long what is said of consent is kept: as long as the referral, with which it goes."""

from __future__ import annotations

from waymark.foundation.retention import declare_along


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_along(
        "referral-child",
        *("consent.Consent", "consent.Objection", "consent.Resolution", "consent.Withdrawal"),
        *("consent.Reassessment", "consent.Reassessed"),
        otherwise="With its referral",
    )
