"""What each field of this room is. An approach is about a place; who made it is the only person in it."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import declare_fields, declare_table, personal, plain

declare_fields(
    "reach.Approach",
    {
        "institution": plain("Which place"),
        "organisation": plain("Which place"),
        "how": plain("A letter, an email, a call"),
        "outcome": plain("What came of it"),
        "reason": plain("What they said, in words; no person’s name"),
        "batch": plain("What was sent together"),
        "made_at": plain("When"),
        "made_by": personal(
            why="Who answers for it", basis="public-task", stage="training", keep="training-record",
            risk="staff-exposed",
        ),
    },
)  # fmt: skip
PLACE = {"authority_id": plain("In which authority"), "place": plain("Which place (a number)")}
declare_table(
    "reach.tally",
    {
        **PLACE,
        "held_on": plain("On which day"),
        "before_on": plain("The day before that for those people at that place"),
        "came": plain("How many came"),
        "people": plain("How many different people known by name"),
    },
)
declare_table(
    "reach.ends", {**PLACE, "first_on": plain("The first day there"), "last_on": plain("The last day there")}
)
declare_table("reach.touched", {"id": plain("Its number"), **PLACE})
