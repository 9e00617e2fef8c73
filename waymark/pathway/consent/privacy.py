"""What each field of a consent is: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "referral-child"


def _person(why: str) -> FieldSays:
    return personal(why=why, basis="safeguarding", stage="consent", keep=KEEP, risk="wrong-label")


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="consent", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


KEY = plain("Which record it belongs to")
WHEN = plain("When it was done")
SIGNED = {"signed_by": _staff("Who answers for it"), "signed_as": _staff("In which role"), "signed_at": WHEN}
TOLD = _person("So that it can be shown that consent was informed")

declare_fields(
    "consent.Consent",
    {
        "case": KEY,
        "adoption": KEY,
        "corrects": KEY,
        "correction_because": _person("Why an entry is corrected"),
        "answer": _person("Support needs consent (section 36(4)(b))"),
        "because": _person("Why there is no consent"),
        "asked_on": WHEN,
        "method": _person("How consent was asked"),
        "place": _person("Where consent was asked"),
        "asked_by": _staff("Who asked for consent"),
        "language": TOLD,
        "interpreter": TOLD,
        "child": _person("Who may give consent depends on the age"),
        "age_basis": _person("How the age is known"),
        "giver": _person("Who may give consent depends on the age"),
        "giver_name": _person("Who gave consent"),
        "responsibility": _person("That whoever gave consent may give it"),
        "child_view": _person("The child is heard (section 36, and the rights of the child)"),
        "child_words": _person("The child is heard, in their own words"),
        "capacity": _person("An adult decides for themselves unless they cannot (Mental Capacity Act 2005)"),
        "capacity_on": WHEN,
        "capacity_by": _staff("Who assessed whether the person can decide"),
        "capacity_reference": plain("To find the assessment again"),
        "told": TOLD,
        "explained_as": TOLD,
        "notice_version": plain("Which privacy notice was given"),
        "text_version": plain("Which wording was agreed to"),
        "scope": _person("Which support is agreed to"),
        "manner": TOLD,
        "witness": _person("That consent was said"),
        "expires_on": plain("From when it covers nothing"),
        **SIGNED,
    },
)
declare_fields(
    "consent.Objection",
    {
        "consent": KEY,
        "grounds": _person("Consent that somebody disputes does not stand"),
        "said_by": _person("Who does not agree"),
        "said_on": WHEN,
        "words": _person("What was said against it"),
        **SIGNED,
    },
)
declare_fields(
    "consent.Resolution",
    {
        "objection": KEY,
        "stands": _person("Whether consent stands after all"),
        "asked": _person("Who was asked before"),
        "asked_words": _person("Who was asked before, and when"),
        "reason": _person("Why"),
        "decided_on": WHEN,
        **SIGNED,
    },
)
declare_fields(
    "consent.Withdrawal",
    {
        "consent": KEY,
        "withdrawn_on": WHEN,
        "withdrawn_by": _person("Who took consent back"),
        "method": _person("How it was told"),
        "words": _person("Why, if they said"),
        "safeguarding": _person("What else keeps the person safe"),
        **SIGNED,
    },
)
declare_fields(
    "consent.Reassessment",
    {
        "case": KEY,
        "cause": _person("Why the panel looks again (section 36(4)(e))"),
        "due_on": plain("The day that was set"),
        **SIGNED,
    },
)
declare_fields(
    "consent.Reassessed",
    {
        "reassessment": KEY,
        "outcome": _person("What came of looking again"),
        "on": WHEN,
        "reason": _person("Why"),
        **SIGNED,
    },
)
