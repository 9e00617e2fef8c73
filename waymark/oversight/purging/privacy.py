"""What each field about taken-out items is. Nothing of what an item said stands here."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

from .retention import KEEP

PLACE = plain("Where something stood: a table, a column, random keys")
WHEN = plain("When it was done")


def _staff(why: str, *, sealed: bool = False) -> FieldSays:
    return personal(
        why=why, basis="legal-duty", stage="taking out", keep=KEEP, subject_access=False, encrypted=sealed,
        risk="staff-exposed",
    )  # fmt: skip


declare_fields(
    "purging.Purge",
    {
        "reference": plain("Random reference, to be read out"),
        "about": plain("Random reference of the record it was found in"),
        "ground": plain("Why it must not be here, by a list"),
        "why": _staff("How it came here, in the words of whoever asks", sealed=True),
        "items": PLACE,
        "asked_by": _staff("Who asks that it goes"),
        "asked_at": WHEN,
        "agreed": plain("Whether the second person agreed"),
        "decided_by": _staff("Who agreed, or did not"),
        "decided_at": WHEN,
        "refused_because": _staff("Why it stays", sealed=True),
        "done_at": WHEN,
    },
)
declare_fields(
    "purging.Stone",
    {
        "relation": PLACE,
        "row_id": PLACE,
        "field": PLACE,
        "record_id": PLACE,
        "purge_key": PLACE,
        "taken_on": plain("The day on which it was taken out"),
    },
)
