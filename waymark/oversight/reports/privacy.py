"""What each field of a report is. A report is about work, and holds no personal data but who wrote and signed it."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "board-papers"


def _staff(why: str) -> FieldSays:
    return personal(why=why, basis="public-task", stage="report", keep=KEEP, risk="staff-exposed")


declare_fields(
    "reports.Report",
    {
        "kind": plain("What it is about"),
        "title": plain("What the report is called; no person’s name"),
        "from_on": plain("The first day it is about"),
        "until_on": plain("The last day it is about"),
        "passages": plain("What the writer says between the figures; the form asks to name nobody"),
        "chosen_quotes": plain("Which words that people allow to be quoted the draft uses"),
        "quotes": plain("Those words, without who said them, and the leave that was given for them"),
        "begun_by": _staff("Who answers for the draft"),
        "begun_at": plain("When it was begun"),
        "signed_by": _staff("Who answers for the report"),
        "signed_as": plain("In which role it was signed"),
        "signed_at": plain("When it was signed"),
        "number": plain("Which version"),
        "corrects": plain("Which version it corrects"),
        "because": plain("Why it was corrected; no person’s name"),
    },
)
declare_fields(
    "reports.Figure",
    {
        "report": plain("Which report it belongs to"),
        "code": plain("Which measure"),
        "split": plain("By what it is split"),
        "definition_version": plain("Which version of the definition"),
        "unit": plain("What it counts in"),
        "personal": plain("Whether it counts records about people"),
        "title": plain("What the measure is called"),
        "definition": plain("What was counted"),
        "source": plain("Where it was counted"),
        "from_on": plain("The first day that was counted"),
        "until_on": plain("The last day that was counted"),
        "counted_at": plain("When it was counted"),
        "rows": plain("The numbers; those of fewer than 10 people are held back"),
        "before": plain("The same numbers of the year before"),
    },
)
declare_fields(
    "reports.Release",
    {
        "report": plain("Which report the figures are of"),
        "recipient": plain("Which organisation has the figures; no person’s name"),
        "purpose": plain("What they have them for; no person’s name"),
        "codes": plain("Which figures"),
        "asked_by": _staff("Who asked that they leave"),
        "asked_at": plain("When it was asked"),
        "approved": plain("Whether they may leave"),
        "because": plain("Why not; no person’s name"),
        "answered_by": _staff("Who answers for it that they left"),
        "answered_as": plain("In which role it was answered"),
        "answered_at": plain("When it was answered"),
        "copy": plain("The numbers that left; those of fewer than 10 people are held back"),
    },
)
