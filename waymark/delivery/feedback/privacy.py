"""What each field of feedback is: personal or not, why it is needed, how long."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "project-grant"


def _personal(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="training", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


KEY = plain("Which record it belongs to")

declare_fields(
    "feedback.QuestionSet",
    {
        "number": plain("Which version"),
        "from_on": plain("From when it is asked"),
        "because": plain("Why, in words; no person’s name"),
        "recorded_by": _personal("Who answers for the record"),
    },
)
declare_fields(
    "feedback.Question",
    {
        "question_set": KEY,
        "place": plain("Where it stands"),
        "occasion": plain("When it is asked"),
        "kind": plain("How it is answered"),
        "code": plain("What a measure knows it by"),
        "words": plain("What is asked"),
        "words_cy": plain("What is asked, in Welsh"),
    },
)
declare_fields(
    "feedback.Round",
    {
        "session": KEY,
        "occasion": plain("After the session, or later"),
        "question_set": plain("Which version of the questions"),
        "asked_at": plain("When people were asked"),
        "nudged_at": plain("When they were asked again, once"),
    },
)
declare_fields(
    "feedback.Reply",
    {
        "round": KEY,
        "link_key": _personal("That a link serves as often as people came; a keyed hash, no name in it"),
        "answered_on": plain("On which day; no time"),
        "may_quote": plain("Whether the words may be quoted"),
        "wording": plain("In which words leave to quote was asked for"),
        "withdrawn_on": plain("When leave to quote was taken back"),
    },
)
declare_fields(
    "feedback.Mark",
    {"reply": KEY, "question": KEY, "value": plain("The answer"), "before": plain("As it was before")},
)
declare_fields(
    "feedback.Remark",
    {
        "reply": KEY,
        "question": KEY,
        "words": _personal(
            "What people say of training; the form asks to name nobody, and a trainer empties what does"
        ),
        "set_aside_at": plain("When the words were set aside"),
        "set_aside_because": plain("Why; no person’s name"),
        "set_aside_by": _personal("Who answers for it"),
    },
)
