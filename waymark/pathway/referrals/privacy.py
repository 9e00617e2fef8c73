"""What each field that triage keeps is: personal or not, why it is needed, from when, how long."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "referral-child"


def _person(why: str, stage: str = "triage", basis: str = "safeguarding") -> FieldSays:
    return personal(why=why, basis=basis, stage=stage, keep=KEEP, risk="wrong-label")


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="triage", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


KEY = plain("Which record it belongs to")
WHEN = plain("When it was done")

declare_fields(
    "referrals.Referral",
    {
        "reference": plain("Random reference, to be read out"),
        "state": plain("Where the referral stands"),
        "submission": KEY,
        "person": personal(
            why="Whom the concern is about (a key)",
            basis="safeguarding",
            stage="receipt",
            keep=KEEP,
            risk="found-out",
        ),
        "received_at": WHEN,
        "concern_arose_on": _person("To see how long the concern has been there", "receipt"),
        "age_on_receipt": _person("A child’s referral is treated as a child’s", "receipt"),
        "under_18": _person("A child’s referral is treated as a child’s", "receipt"),
        "lives_with_child": _person("To protect a child who lives with the person"),
        "lead": _staff("So that one professional is responsible at all times"),
        "due_at": plain("Until when the next step is due"),
        "decision": KEY,
        "heard_by_police_at": WHEN,
        "sent_to_police_at": WHEN,
        "police_mistake_told_on": plain("When the police were told that the referral was mistaken"),
        "police_mistake_told_by": plain("Who told the police that the referral was mistaken"),
        "reopened_at": WHEN,
        "closed_at": WHEN,
        "sealed_at": WHEN,
    },
)
declare_fields(
    "referrals.Concern",
    {
        "referral": KEY,
        "place": plain("Its place among the concerns"),
        "words": _person("What was said, as it was said", "receipt"),
        "kind": _person("Which heading of the form it stood under; no rule reads it", "receipt"),
        "standing": _person("Whether it is a fact, reported or an opinion", "receipt"),
        "source": _person("Who says so", "receipt"),
        "happened_on": _person("When it happened, apart from when it was recorded", "receipt"),
        "happened_precision": plain("How exactly that is known"),
        "recorded_by": _staff("Who wrote it down"),
        "violence": _person("Two people close a referral of a child where violence is concerned"),
        "handling": plain("Conditions on passing it on"),
        "mark": _person("What came of the concern"),
        "mark_note": _person("How that is known"),
        "marked_by": _staff("Who answers for it"),
        "marked_at": WHEN,
    },
)
declare_fields(
    "referrals.Need",
    {
        "referral": KEY,
        "words": _person("To meet the person’s needs and make adjustments"),
        "bearing": _person("So that a need is not taken for a danger"),
        "why": _person("So that a need is not taken for a danger"),
        "source": _person("Who says so"),
        "noted_on": WHEN,
        "noted_by": _staff("Who wrote it down"),
        "ended_on": WHEN,
        "ended_because": _person("How the need was met"),
    },
)
declare_fields(
    "referrals.Duty",
    {
        "referral": KEY,
        "service": plain("Children’s or adults’ social care"),
        "told_on": _person("That the duty to safeguard was met"),
        "told_by": _staff("Who met it"),
        "their_reference": _person("To find it again with them"),
        "why_not": _person("Why they were not told"),
        "answered_by": _staff("Who answers for it"),
        "answered_at": WHEN,
    },
)
declare_fields(
    "referrals.Told",
    {
        "referral": KEY,
        "hearer": plain("The person or a parent"),
        "told_on": _person("That the person knows"),
        "told_by": _staff("Who told them"),
        "response": _person("What the person said"),
        "not_yet_because": _person("Why telling them has to wait"),
        "decide_again_on": plain("Until when the reason holds"),
        "answered_by": _staff("Who answers for it"),
        "answered_on": WHEN,
    },
)
declare_fields(
    "referrals.InformationRequest",
    {
        "reference": plain("Random reference, to be read out"),
        "referral": KEY,
        "asked": plain("Which organisation"),
        "question": _person("What is asked"),
        "basis": plain("What allows the question"),
        "due_on": plain("Until when"),
        "asked_by": _staff("Who asked"),
        "asked_at": WHEN,
        "state": plain("Whether it was answered"),
        "reply": _person("What was answered"),
        "handling": plain("Conditions on passing it on"),
        "why": _person("Why it was not answered"),
        "replied_by": _staff("Who answered"),
        "answered_themselves": plain("On their own page, or written down by the officer"),
        "mistake_told_on": plain("When they were told that the referral was mistaken"),
        "replied_at": WHEN,
    },
)
declare_fields(
    "referrals.RequestOverride",
    {
        "request": KEY,
        "reason": _person("Why the referral went on without the answer"),
        "overridden_by": _staff("Who answers for it"),
        "overridden_at": WHEN,
    },
)
declare_fields(
    "referrals.Redirect",
    {
        "reference": plain("Random reference, to be read out"),
        "referral": KEY,
        "service": plain("Which organisation"),
        "service_name": plain("Its name at the time"),
        "message": _person("What the service has to know"),
        "basis": plain("What allows the sharing"),
        "asked_by": _staff("Who asked"),
        "asked_at": WHEN,
        "state": plain("Whether it was accepted"),
        "answer": _person("What the service said"),
        "answered_on": WHEN,
        "answered_by": _staff("Who answered"),
        "answered_themselves": plain("On their own page, or written down by the officer"),
        "mistake_told_on": plain("When they were told that the referral was mistaken"),
    },
)
declare_fields(
    "referrals.TakenTogether",
    {
        "referral": KEY,
        "answer": _person("So that several referrals are read as one story"),
        "covers": plain("Which referrals were read (keys)"),
        "answered_by": _staff("Who answers for it"),
        "answered_at": WHEN,
    },
)
declare_fields(
    "referrals.Decision",
    {
        "referral": KEY,
        "outcome": _person("What was decided"),
        "options": _person("What else was considered"),
        "reason": _person("Why"),
        "relied_on": _person("On what information"),
        "dissent": _person("Who saw it differently, and why"),
        "note_code": plain("Which step the referrer sees"),
        "note": _person("What the referrer was told"),
        "withheld_because": _person("Why the referrer was told nothing"),
        "needs_second": plain("Whether two people decide"),
        "signed_by": _staff("Who decided"),
        "signed_as": _staff("In which role"),
        "signed_at": WHEN,
        "corrects": KEY,
    },
)
declare_fields(
    "referrals.Approval",
    {
        "decision": KEY,
        "approved": plain("Yes or no"),
        "reason": _person("Why"),
        "approved_by": _staff("Who decided"),
        "approved_as": _staff("In which role"),
        "approved_at": WHEN,
    },
)
declare_fields(
    "referrals.Resumption",
    {
        "referral": KEY,
        "move": plain("From where it came back"),
        "reason": _person("Why it came back to triage"),
        "signed_by": _staff("Who decided"),
        "signed_at": WHEN,
    },
)
declare_fields(
    "referrals.Restriction",
    {
        "referral": KEY,
        "people": _staff("To whom the referral is kept (keys of accounts)"),
        "reason": _person("Why it is kept to few people"),
        "restricted_by": _staff("Who decided"),
        "restricted_at": WHEN,
        "ended_by": _staff("Who decided that all of triage sees it again"),
        "ended_at": WHEN,
        "ended_because": _person("Why all of triage sees it again"),
    },
)
declare_fields(
    "referrals.Handover",
    {
        "referral": KEY,
        "giver": _staff("Who is responsible until it is accepted"),
        "receiver": _staff("Who is asked to take it on"),
        "note": _person("What the receiver has to know"),
        "offered_by": _staff("Who offered it"),
        "offered_at": WHEN,
        "accepted": plain("Yes or no"),
        "answer": _staff("Why not"),
        "answered_at": WHEN,
    },
)
