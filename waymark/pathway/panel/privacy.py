"""What each field that a panel keeps is: personal or not, why it is needed, how long."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "panel-minutes"


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="panel", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


KEY = plain("Which record it belongs to")
FROM, UNTIL = plain("From which day"), plain("Until which day")

declare_fields(
    "panel.Panel",
    {
        "reference": plain("Random reference, to be read out"),
        "name": plain("What the panel is called; no person’s name"),
        "kind": plain("How it comes together"),
        "covers": plain("Which authorities it serves (keys)"),
        "chairing_agreed_on": plain("When several authorities agreed who chairs"),
        "begins_on": FROM,
        "ended_on": UNTIL,
        "ended_because": plain("Why it ended; no person’s name"),
    },
)
declare_fields("panel.PanelMeeting", {"panel": KEY, "meeting": KEY})
declare_fields(
    "panel.Terms",
    {
        "panel": KEY,
        "in_force_from": FROM,
        "review_on": plain("When they are looked at again"),
        "words": plain("The terms of reference; no person’s name"),
        "meets": plain("How often the panel meets"),
        "quorum": plain("Which agencies the panel wants present"),
        "quorum_number": plain("How many members the panel wants present"),
        "agreed_on": plain("When the panel agreed them"),
        "recorded_by": _staff("Who answers for the record"),
    },
)
declare_fields(
    "panel.Seat",
    {
        "panel": KEY,
        "sector": plain("For which kind of agency it stands"),
        "organisation": plain("Whose seat it is"),
        "areas": plain("For which authorities it speaks (keys)"),
        "holder": _staff("Who takes part in the panel, and from when to when"),
        "chairs": _staff("Who is accountable for the panel"),
        "from_on": FROM,
        "until_on": UNTIL,
        "ended_because": _staff("Why somebody no longer sits there"),
    },
)
declare_fields(
    "panel.Deputy",
    {
        "seat": KEY,
        "person": _staff("Who takes part in the panel for somebody else"),
        "from_on": FROM,
        "until_on": UNTIL,
        "ended_at": plain("Ended early: when"),
    },
)


def _person(why: str) -> FieldSays:
    return personal(why=why, basis="safeguarding", stage="panel", keep=KEEP, risk="found-out")


def _sealed(why: str) -> FieldSays:
    return personal(why=why, basis="safeguarding", stage="panel", keep=KEEP, encrypted=True, risk="found-out")


declare_fields(
    "panel.Acceptance",
    {
        "meeting": KEY,
        "person": _staff("That whoever reads the papers promised to keep them"),
        "organisation": plain("For which organisation"),
        "statement": plain("Which version of the statement"),
        "accepted_at": plain("When it was accepted"),
    },
)
declare_fields(
    "panel.Item",
    {
        "meeting": KEY,
        "place": plain("Its place on the agenda"),
        "purpose": _person("Why the person is talked about"),
        "heading": plain("What it is about; no person’s name"),
        "about_kind": plain("Which kind of record it is about"),
        "about_id": _person("Whom the panel talks about (a key)"),
        "about_reference": plain("Random reference of that record"),
        "put_by": _staff("Who put it on the agenda"),
        "withdrawn_at": plain("When it was taken off"),
    },
)
declare_fields(
    "panel.Paper",
    {
        "item": KEY,
        "title": plain("What it is called; no person’s name"),
        "words": _sealed("What the members have to know to decide"),
        "sectors": plain("Which agencies see it"),
        "added_by": _staff("Who answers for it"),
        "added_at": plain("When it was added"),
    },
)
declare_fields(
    "panel.DeclaredInterest",
    {
        "item": KEY,
        "person": _staff("Who takes no part in the matter"),
        "nature": _staff("Why they take no part in it"),
        "declared_at": plain("When it was said"),
    },
)
declare_fields(
    "panel.Invitee",
    {
        "item": KEY,
        "person": _staff("Who reads of this item alone"),
        "organisation": plain("For which organisation"),
        "capacity": plain("How they take part"),
        "until_on": UNTIL,
    },
)
declare_fields(
    "panel.Minute",
    {
        "item": KEY,
        "there": _staff("Who weighed the matter, and who stayed out"),
        "shared": _sealed("What each organisation told the others, and whose it is"),
        "nil_returns": plain("Which organisations came and shared nothing (keys)"),
        "risk": _sealed("What was weighed"),
        "actions": _sealed("What was agreed to be done"),
        "corrects": KEY,
        "because": _sealed("Why they were written anew"),
        "written_by": _staff("Who wrote them"),
        "written_at": plain("When they were written"),
    },
)
declare_fields(
    "panel.MinuteSignature",
    {
        "minute": KEY,
        "signed_by": _staff("Who chaired, and stands by them"),
        "signed_as": plain("The roles they signed in"),
        "signed_at": plain("When they were signed"),
    },
)
declare_fields(
    "panel.Pack",
    {
        "meeting": KEY,
        "reader": _staff("Whose copy it is; it stands on every page"),
        "organisation": plain("For which organisation they read it"),
        "items": _person("Whom it speaks of (keys)"),
        "content": _sealed(
            "What the members have to know, to be read without a screen; gone a day after the meeting"
        ),
        "asked_at": plain("When it was asked for"),
        "made_at": plain("When it was made"),
        "failed_at": plain("When it could not be made"),
        "until": plain("When it is deleted"),
    },
)
