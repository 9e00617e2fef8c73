"""What each field that a panel keeps is: personal or not, why it is needed, how long."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "panel-minutes"


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="panel", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


KEY = plain("Which record it belongs to")
FROM, UNTIL = plain("From which day"), plain("Until which day")

declare_fields(
    "panel.Panel",
    {
        "reference": plain("Random reference, to be read out"),
        "name": plain("What the panel is called; no person’s name"),
        "kind": plain("How it comes together"),
        "covers": plain("Which authorities it serves (keys)"),
        "chairing_agreed_on": plain("When several authorities agreed who chairs"),
        "begins_on": FROM,
        "ended_on": UNTIL,
        "ended_because": plain("Why it ended; no person’s name"),
    },
)
declare_fields("panel.PanelMeeting", {"panel": KEY, "meeting": KEY})
declare_fields(
    "panel.Terms",
    {
        "panel": KEY,
        "in_force_from": FROM,
        "review_on": plain("When they are looked at again"),
        "words": plain("The terms of reference; no person’s name"),
        "meets": plain("How often the panel meets"),
        "quorum": plain("Which agencies the panel wants present"),
        "quorum_number": plain("How many members the panel wants present"),
        "agreed_on": plain("When the panel agreed them"),
        "recorded_by": _staff("Who answers for the record"),
    },
)
declare_fields(
    "panel.Seat",
    {
        "panel": KEY,
        "sector": plain("For which kind of agency it stands"),
        "organisation": plain("Whose seat it is"),
        "areas": plain("For which authorities it speaks (keys)"),
        "holder": _staff("Who takes part in the panel, and from when to when"),
        "chairs": _staff("Who is accountable for the panel"),
        "from_on": FROM,
        "until_on": UNTIL,
        "ended_because": _staff("Why somebody no longer sits there"),
    },
)
declare_fields(
    "panel.Deputy",
    {
        "seat": KEY,
        "person": _staff("Who takes part in the panel for somebody else"),
        "from_on": FROM,
        "until_on": UNTIL,
        "ended_at": plain("Ended early: when"),
    },
)
