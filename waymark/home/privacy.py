"""What each field of the reviews of looks is. They tell of the people who use the service, and whom they looked at."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain


def _staff(why: str, keep: str = "ledger") -> FieldSays:
    return personal(why=why, basis="legal-duty", stage="any", keep=keep, risk="watched")


declare_fields(
    "home.Review",
    {
        "week_from": plain("The Monday of the week"),
        "made_at": plain("When the list was made"),
        "answered_at": plain("When the last line was answered"),
    },
)
declare_fields(
    "home.ReviewLine",
    {
        "review": plain("In which week’s list"),
        "reader": _staff("Whose looks they are"),
        "about_kind": plain("Which kind of record"),
        "about_id": _staff("Which record was looked at, as a key"),
        "reference": plain("Random reference of the record, to ask its team by"),
        "first_at": plain("The first look of the week"),
        "last_at": plain("The last look of the week"),
        "times": plain("How often it was opened"),
        "facts": _staff("For which facts it is listed"),
        "odd_at": plain("When it was opened at an unusual hour"),
        "answer": _staff("What the reviewer said of it"),
    },
)
declare_fields(
    "home.Answer",
    {
        "line": plain("Of which line"),
        "answer": _staff("What the reviewer said of it"),
        "note": _staff("How the reviewer knows"),
        "answered_by": _staff("Who reviewed it"),
        "answered_at": plain("When it was answered"),
    },
)
declare_fields(
    "home.Inquiry",
    {
        "account": _staff("Whose looks were asked about"),
        "asked_by": _staff("Who asked"),
        "reason": _staff("Why somebody asked"),
        "asked_at": plain("When somebody asked"),
    },
)
declare_fields(
    "home.HomeArea",
    {
        "user": _staff("Who lives there", "account"),
        "district": _staff("Looks at people who live nearby are reviewed", "account"),
        "noted_on": plain("When it was noted"),
    },
)
