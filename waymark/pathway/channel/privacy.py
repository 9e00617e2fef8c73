"""What each field of a Channel case is: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "referral-child"


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="channel", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


KEY = plain("Which record it belongs to")
WHEN = plain("When it was done")

declare_fields(
    "channel.Case",
    {
        "reference": plain("What people call the case; it names nobody"),
        "referral": KEY,
        "section_36": KEY,
        "state": plain("Where the case stands"),
        "lead": _staff("So that one professional is responsible at all times"),
        "opened_at": WHEN,
        "decision": plain("The decision of the panel by which it stands"),
    },
)
declare_fields(
    "channel.CaseEvent",
    {
        "case": KEY,
        "kind": plain("What happened"),
        "on": plain("The day on which it happened"),
        "lead": _staff("Who was responsible from then on"),
        "entered_by": _staff("Who wrote it down"),
        "entered_at": WHEN,
    },
)


def _narrative(why: str) -> FieldSays:
    return personal(why=why, basis="safeguarding", stage="channel", keep=KEEP, risk="wrong-label")


declare_fields(
    "channel.PanelDecision",
    {
        "case": KEY,
        "item": KEY,
        "meeting_reference": plain("At which meeting; it names nobody"),
        "referrer_there": plain("Did whoever referred under section 36 take part"),
        "outcome": plain("What the panel decided"),
        "method": plain("How it was decided (section 37(6))"),
        "reason": _narrative("Why the panel decided so; nothing is decided without"),
        "relied_on": _narrative("What the panel knew when it decided"),
        "dissents_number": plain("How many did not agree"),
        "care_considered": _narrative("Health and social care have to be considered (section 36(6))"),
        "care_with": plain("Who was asked to help instead"),
        "care_result": plain("What came of it"),
        "missing": _narrative("What the panel needs before it can decide"),
        "missing_from": _staff("Who gets what is missing"),
        "missing_by": plain("By when it is needed"),
        "corrects": KEY,
        "corrected_because": _narrative("Why an entry was written anew"),
        "decided_on": plain("The day of the meeting"),
        "signed_by": _staff("Who answers for the entry"),
        "signed_as": plain("The roles they signed in"),
        "entered_at": WHEN,
    },
)
declare_fields(
    "channel.Dissent",
    {
        "decision": KEY,
        "seat": _staff("Who did not agree (section 37(6))"),
        "organisation": plain("For which organisation"),
        "sector": plain("For which kind of agency"),
        "reason": _narrative("Why they did not agree"),
    },
)
declare_fields(
    "channel.AttendanceCorrection",
    {
        "decision": KEY,
        "seat": _staff("Whose attendance was marked wrongly"),
        "organisation": plain("For which organisation"),
        "sector": plain("For which kind of agency"),
        "was": plain("What was marked when the panel decided"),
        "was_person": _staff("Who was marked as present"),
        "became": plain("What is right"),
        "became_person": _staff("Who was present"),
        "because": _narrative("Why who came was corrected after a decision"),
        "signed_by": _staff("Who answers for the correction"),
        "signed_as": plain("The roles they signed in"),
        "signed_at": WHEN,
    },
)
