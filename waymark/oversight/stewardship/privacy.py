"""What each field of a request to see one’s own data is: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "rights-request"
KEY = plain("Which record it belongs to")
WHEN = plain("When it was done")


def _person(why: str, *, sealed: bool = True) -> FieldSays:
    return personal(
        why=why, basis="legal-duty", stage="rights request", keep=KEEP, encrypted=sealed, risk="found-out"
    )


def _staff(why: str, keep: str = KEEP) -> FieldSays:
    return personal(
        why=why, basis="legal-duty", stage="rights request", keep=keep, subject_access=False,
        risk="staff-exposed",
    )  # fmt: skip


declare_fields(
    "stewardship.Request",
    {
        "reference": plain("Random reference, to be read out"),
        "state": plain("Where the request stands"),
        "asker": _person("Who may ask for whom differs", sealed=False),
        "about": _person("Whose data is asked for"),
        "asked_by": _person("Who asks, where it is somebody else"),
        "answer_to": _person("Where the answer goes"),
        "received_on": WHEN,
        "identity_seen_on": WHEN,
        "identity_how": _person("That it is really them"),
        "child_view": _person("The child is heard before a parent is answered", sealed=False),
        "child_words": _person("The child is heard, in their own words"),
        "disputed": _person("Who else with parental responsibility does not agree, and why"),
        "dispute_settled": _person("What was decided about that, and by what right"),
        "due_on": plain("Until when the answer is due"),
        "due_by": plain("The period it is due by, and where that comes from"),
        "extended_on": WHEN,
        "extended_because": _person("Why it takes longer, as the person was told"),
        "extended_told_on": WHEN,
        "recorded_by": _staff("Who wrote it down"),
        "ready_by": _staff("Who prepared the answer"),
        "ready_at": WHEN,
        "sent_back_because": _person("What the second person wants done first"),
        "released_by": _staff("Who answers for the release"),
        "released_as": _staff("In which role"),
        "released_at": WHEN,
        "closed_because": _person("Why it ended without an answer from the records"),
        "closed_by": _staff("Who closed it"),
        "ended_on": WHEN,
    },
)
declare_fields(
    "stewardship.Gathering",
    {
        "request": KEY,
        "looked_for": plain("Under which random reference it was looked for"),
        "asked_by": _staff("As whom it was gathered"),
        "organisation": plain("For which organisation"),
        "asked_at": WHEN,
        "made_at": WHEN,
        "failed_at": WHEN,
        "found": plain("How many rows were found"),
    },
)
declare_fields(
    "stewardship.Item",
    {
        "request": KEY,
        "kind": plain("Which kind of row it was"),
        "source_id": KEY,
        "record_id": KEY,
        "on": plain("The day on which the row was written"),
        "words": _person("What is held, as it stood when it was gathered"),
        "others": plain("Whether it may tell of somebody else"),
        "is_document": plain("Whether it is a file"),
        "gathered_by": _staff("As whom it was gathered (keys of accounts)"),
        "decision": plain("Whether it is given"),
        "marked": _person("Which words are taken out"),
        "exemption": plain("By what law something is withheld"),
        "reason": _person("Why it is given or withheld"),
        "decided_by": _staff("Who decided"),
        "decided_at": WHEN,
    },
)
declare_fields(
    "stewardship.Disclosure",
    {
        "request_key": KEY,
        "request_reference": plain("Random reference of the request"),
        "what": plain("How it was handed over"),
        "counts": plain("How many items were given, and withheld by which law"),
        "taken_by": _staff("Who handed it over", "disclosure-log"),
        "taken_on": WHEN,
    },
)
