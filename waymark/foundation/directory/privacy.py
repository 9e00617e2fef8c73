"""What each field of the directory is. Contacts are people at work; a note is about a place, never about a person."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

WHERE = dict.fromkeys(("institution", "organisation"), plain("Which place it belongs to"))


def _contact(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="contact", keep="training-record", risk="staff-exposed"
    )


declare_fields(
    "directory.Contact",
    {
        **WHERE,
        "role": _contact("Who answers for what"),
        "name": _contact("Whom to ask for"),
        "email": _contact("How to reach them"),
        "phone": _contact("How to reach them"),
        "from_on": plain("Since when"),
        "until_on": plain("Until when"),
    },
)
declare_fields(
    "directory.Note",
    {**WHERE, "words": plain("What to remember of a place; the page asks not to name anybody")},
)
