"""What each field of a police assessment is: personal or not, why it is needed, from when, how long."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "referral-child"


def _person(why: str) -> FieldSays:
    return personal(why=why, basis="safeguarding", stage="police assessment", keep=KEEP, risk="wrong-label")


def _staff(why: str) -> FieldSays:
    return personal(
        why=why,
        basis="public-task",
        stage="police assessment",
        keep=KEEP,
        subject_access=False,
        risk="staff-exposed",
    )


KEY = plain("Which record it belongs to")
WHEN = plain("When it was done")

declare_fields(
    "assessment.PoliceAssessment",
    {
        "referral": KEY,
        "state": plain("Where the assessment stands"),
        "lead": _staff("So that one professional is responsible at all times"),
        "started_at": WHEN,
        "due_at": plain("Until when the next step is due"),
        "ended_at": WHEN,
        "decision": KEY,
        "pcmt_reference": plain("To find it again in the record of the police; no words fit in it"),
    },
)
declare_fields(
    "assessment.Deconfliction",
    {
        "assessment": KEY,
        "result": _person("Whether anything is in the way of safeguarding the person; never why"),
        "result_on": WHEN,
        "result_reference": plain("To find it again with the police; no words fit in it"),
        "signed_by": _staff("Who answers for it"),
        "signed_at": WHEN,
    },
)
declare_fields(
    "assessment.Framework",
    {
        "id": plain("Row number"),
        "code": plain("Short name of the framework"),
        "edition": plain("Which version of it"),
        "title": plain("Its name"),
        "source": plain("Who published it"),
        "headings": plain("Its headings and questions"),
        "is_example": plain("Whether it only shows how one looks"),
        "loaded_at": WHEN,
    },
)
declare_fields(
    "assessment.WrittenAssessment",
    {
        "assessment": KEY,
        "framework": plain("Whose questions were answered"),
        "answers": _person("To understand the person’s situation before deciding"),
        "protective": _person("What protects the person weighs as much as what does not"),
        "changed": _person("So that an assessment is not the one before, copied"),
        "conclusion": _person("What the assessment comes to, in words"),
        "signed_by": _staff("Who answers for it"),
        "signed_as": _staff("In which role"),
        "signed_at": WHEN,
    },
)
declare_fields(
    "assessment.PoliceDecision",
    {
        "assessment": KEY,
        "outcome": _person("What was decided"),
        "grounds": _person("Why"),
        "relied_on": _person("On what information"),
        "council_view": _person("What the council thought of it"),
        "referred_by": plain("The police or the authority: the law allows either"),
        "cause": _person("Why the referral ended here"),
        "destination": _person("Who meets the person’s needs from here on"),
        "destination_words": _person("Which service, and what was agreed"),
        "note": _person("What the referrer was told"),
        "withheld_because": _person("Why the referrer was told nothing"),
        "decided_on": WHEN,
        "signed_by": _staff("Who decided"),
        "signed_as": _staff("In which role"),
        "signed_at": WHEN,
    },
)
declare_fields(
    "assessment.ClosureApproval",
    {
        "decision": KEY,
        "approved": plain("Yes or no"),
        "reason": _person("Why"),
        "signed_by": _staff("Who decided"),
        "signed_as": _staff("In which role"),
        "signed_at": WHEN,
    },
)
