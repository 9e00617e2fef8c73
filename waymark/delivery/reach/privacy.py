"""What each field of this room is. An approach is about a place; who made it is the only person in it."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import declare_fields, personal, plain

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
