"""What each field of this room is. Resources and what is awaited are things; staff who look after them are in them."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="training", keep="training-record", risk="staff-exposed"
    )


REFERENCE = plain("Random reference, to be read out")
declare_fields(
    "library.Resource",
    {
        "reference": REFERENCE,
        "title": plain("What it is called; the form stops at a child’s name"),
        "kind": plain("What it is: guidance, a lesson plan, a film"),
        "about": plain("What it is about; the form stops at a child’s name"),
        "for_whom": plain("Who uses it"),
        "phase": plain("For which phase of education"),
        "language": plain("In which language"),
        "nation": plain("In which nation it serves"),
        "publisher": plain("Which body published it"),
        "link": plain("Where it stands"),
        "sharing": plain("Who may see it"),
        "owner": _staff("Who looks after it"),
        "review_on": plain("When somebody looks at it again"),
        "added_at": plain("When it was added"),
        "added_by": _staff("Who answers for the record"),
        "link_state": plain("Whether the link answered"),
        "link_on": plain("When the link was last checked"),
        "taken_out_at": plain("When it was taken out of the list"),
        "taken_out_because": plain("Why it was taken out; no person’s name"),
    },
)
declare_fields(
    "library.Review",
    {
        "resource": plain("Which resource"),
        "looked_on": plain("When somebody looked at it again"),
        "looked_by": _staff("Who looked at it"),
        "next_on": plain("When somebody looks at it next"),
        "link_works": plain("Whether its link still led there"),
    },
)
declare_fields(
    "library.TaughtWith",
    {
        "taught": plain("Which version of a course"),
        "resource": plain("Which resource it is taught with"),
        "since_on": plain("From when on"),
        "until_on": plain("Until when"),
        "chosen_by": _staff("Who answers for the record"),
    },
)
declare_fields(
    "library.Awaited",
    {
        "reference": REFERENCE,
        "state": plain("Awaited, arrived or given up"),
        "what": plain("What is awaited; the form stops at a child’s name"),
        "from_whom": plain("Which body it is to come from"),
        "expected_on": plain("By when it is expected"),
        "owner": _staff("Who sees to it"),
        "notes": plain("What was said of it; the form stops at a child’s name"),
        "noted_at": plain("When it was noted"),
        "noted_by": _staff("Who answers for the record"),
        "ended_at": plain("When it arrived, or was given up"),
        "because": plain("Why it was given up; no person’s name"),
        "resource": plain("Which resource it became"),
    },
)
