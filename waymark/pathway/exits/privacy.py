"""What each field of the end of support is: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "channel-case"


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="channel", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


def _person(why: str, *, sealed: bool = False) -> FieldSays:
    return personal(
        why=why, basis="safeguarding", stage="channel", keep=KEEP, encrypted=sealed, risk="found-out"
    )


KEY = plain("Which record it belongs to")
WHEN = plain("When it was done")
DAY = plain("The day on which it happened")
SIGNED = {
    "signed_by": _staff("Who answers for it"),
    "signed_as": plain("In which role"),
    "signed_at": WHEN,
}

declare_fields(
    "exits.ClosingReport",
    {
        "case": KEY,
        "assessment": KEY,
        "framework": KEY,
        "changed": _person("What has changed since support began", sealed=True),
        "conclusion": _person("Whether support can end", sealed=True),
        "reason": _person("Why support ends"),
        "outcomes": _person("What came of the support", sealed=True),
        "outstanding": _person("Which needs are left, so that none is lost", sealed=True),
        "destination": _person("Who goes on helping the person"),
        "accepted": plain("Whether they accepted"),
        "accepted_on": DAY,
        "written_by": _staff("Who answers for the report"),
        "written_as": plain("In which role"),
        "written_at": WHEN,
    },
)
declare_fields(
    "exits.SignOff",
    {
        "report": KEY,
        "signed": plain("Whether the end of support is signed"),
        "reason": _person("Why support ends, or does not", sealed=True),
        "ended_on": DAY,
        **SIGNED,
    },
)
declare_fields(
    "exits.Review",
    {
        "exit": KEY,
        "kind": plain("Which review it is"),
        "due_on": plain("When it is due"),
        "source": plain("The period it is due by, and where that comes from"),
    },
)
declare_fields(
    "exits.LookBack",
    {
        "review": KEY,
        "held_on": DAY,
        "attendees": _staff("Who took part"),
        "agencies": plain("Which kinds of agency were asked anew"),
        "partners_checked_on": DAY,
        "police_checked_on": DAY,
        "findings": _person("What is known of the person since support ended", sealed=True),
        "decision": plain("What the panel decided"),
        "reason": _person("Why the panel looks for longer, or opens the case again", sealed=True),
        "longer_until": plain("Until when the panel looks"),
        **SIGNED,
    },
)
declare_fields(
    "exits.Alarm",
    {"review": KEY, "days": plain("How many days after it was due"), "given_at": WHEN},
)
declare_fields(
    "exits.Pause",
    {
        "case": KEY,
        "kind": _person("Why support had to stop for now"),
        "reason": _person("Why support had to stop for now", sealed=True),
        "on": DAY,
        **SIGNED,
    },
)
declare_fields(
    "exits.GoingOn",
    {"pause": KEY, "reason": _person("Why support can go on", sealed=True), "on": DAY, **SIGNED},
)
declare_fields(
    "exits.Transfer",
    {
        "case": KEY,
        "to": plain("To which authority"),
        "arrival_key": KEY,
        "reason": _person("Why another authority helps the person from now on", sealed=True),
        "assessment": _person("So that the receiver can go on from there", sealed=True),
        "plan": _person("So that the receiver can go on from there", sealed=True),
        "risk": _person("So that nobody is unsafe meanwhile", sealed=True),
        **SIGNED,
    },
)
declare_fields(
    "exits.TransferAnswer",
    {
        "transfer": KEY,
        "outcome": plain("What came of it"),
        "reason": _person("Why it was returned or taken back", sealed=True),
        **SIGNED,
    },
)
declare_fields(
    "exits.Arrival",
    {
        "reference": plain("What people call it; it names nobody"),
        "sender": plain("From which authority"),
        "transfer_key": KEY,
        "handed": _person("So that the receiver can go on from there", sealed=True),
        "sent_at": WHEN,
        "case": KEY,
        "accepted_by": _staff("Who took the case over"),
        "accepted_at": WHEN,
    },
)
declare_fields(
    "exits.Investigation",
    {
        "case": KEY,
        "notified_on": DAY,
        "acted_on": DAY,
        "agreed_on": DAY,
        "words": _person("What the panel has to know of an investigation to decide", sealed=True),
        **SIGNED,
    },
)
