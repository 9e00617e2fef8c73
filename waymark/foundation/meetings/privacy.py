"""What each field that a meeting keeps is: personal or not, why it is needed, how long."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "panel-minutes"


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="meeting", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


declare_fields(
    "meetings.Meeting",
    {
        "reference": plain("Random reference, to be read out"),
        "keepers": plain("Who may change it (grants)"),
        "starts_at": plain("When it begins"),
        "ends_at": plain("When it ends"),
        "place": plain("Where it is; no person’s name"),
        "online_link": plain("How to join it; never fetched"),
        "sequence": plain("How often calendars had to hear of a change"),
        "cancelled_at": plain("When it was cancelled"),
        "cancelled_because": plain("Why it was cancelled; no person’s name"),
    },
)
declare_fields(
    "meetings.Attendance",
    {
        "meeting": plain("Which record it belongs to"),
        "for_id": plain("Which place at the meeting (a key)"),
        "organisation": plain("For which organisation"),
        "person": _staff("Who took part in what was decided"),
        "came": plain("Whether somebody came"),
        "marked_by": _staff("Who answers for the record"),
        "marked_at": plain("When it was marked"),
    },
)
