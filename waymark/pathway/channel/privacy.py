"""What each field of a Channel case is: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "referral-child"


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="channel", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


KEY = plain("Which record it belongs to")
WHEN = plain("When it was done")

declare_fields(
    "channel.Case",
    {
        "reference": plain("What people call the case; it names nobody"),
        "referral": KEY,
        "section_36": KEY,
        "state": plain("Where the case stands"),
        "lead": _staff("So that one professional is responsible at all times"),
        "opened_at": WHEN,
    },
)
declare_fields(
    "channel.CaseEvent",
    {
        "case": KEY,
        "kind": plain("What happened"),
        "on": plain("The day on which it happened"),
        "lead": _staff("Who was responsible from then on"),
        "entered_by": _staff("Who wrote it down"),
        "entered_at": WHEN,
    },
)
