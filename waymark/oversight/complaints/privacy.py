"""What each field of a complaint is."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

from .retention import KEEP

WHEN = plain("When it was done")


def _said(why: str) -> FieldSays:
    return personal(
        why=why, basis="legal-duty", stage="complaint", keep=KEEP, encrypted=True, risk="found-out"
    )


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="legal-duty", stage="complaint", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


declare_fields(
    "complaints.Complaint",
    {
        "reference": plain("Random reference, to be read out"),
        "about": plain("What is complained about, by a list"),
        "words": _said("What the person says"),
        "complainant": _said("Who complains, and where the answer goes"),
        "record_reference": plain("Random reference of the record it is about"),
        "received_on": WHEN,
        "due_on": plain("Until when it is answered"),
        "due_by": plain("The period it is due by, and where that comes from"),
        "owner": _staff("Who answers it"),
        "recorded_by": _staff("Who wrote it down"),
        "outcome": plain("What came of it, by a list"),
        "answer": _said("What the person was told"),
        "learnt": _said("What is done otherwise from now on"),
        "answered_on": WHEN,
        "answered_by": _staff("Who answered it"),
        "stacu_reference": plain("The reference of the Standards and Compliance Unit"),
        "stacu_outcome": _said("What the Standards and Compliance Unit said"),
    },
)
