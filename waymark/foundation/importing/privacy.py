"""What each field of an import is."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain


def _sent(why: str, sealed: bool = True) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="import", keep="export-file", encrypted=sealed, risk="staff-exposed",
        subject_access=False,
    )  # fmt: skip


_PLAIN = {
    "kind": "What kind of rows",
    "about": "The reference of what they belong to",
    "matching": "Which column is which field",
    "language": "In which language faults are told",
    "rows": "How many rows",
    "done": "How many are looked at",
    "good": "How many are good",
    "there": "How many were there already",
    "bad": "How many have a fault",
    "new": "How many were saved",
    "came_at": "When the file came",
    "matched_at": "When its columns were matched",
    "checked_at": "When its rows were checked",
    "confirmed_at": "When it was confirmed",
    "taken_at": "When its rows were saved",
    "problem": "Why it went no further",
    "working_for": "For which organisation",
}
declare_fields(
    "importing.Layout",
    {
        "kind": plain("What kind of rows"),
        "headings": plain("By what the same headings are known again; none of their words"),
        "matching": plain("Which column is which field"),
        "used_at": plain("When such a list came last"),
    },
)
declare_fields(
    "importing.Import",
    {
        **{name: plain(why) for name, why in _PLAIN.items()},
        "name": _sent("What the file was called, for whoever sent it"),
        "table": _sent("The rows between the file and the record"),
        "faults": _sent("What is wrong with which row"),
        "sent_by": _sent("Who sees it and answers for it", sealed=False),
    },
)
