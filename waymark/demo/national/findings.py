"""What triage found out, asked and decided: the notes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from waymark.demo.national import words
from waymark.demo.national.made import Case
from waymark.demo.national.plan import NOTES_EACH
from waymark.demo.national.rows import uuid
from waymark.demo.words import BASIS, OPTIONS, RELIED_ON
from waymark.foundation.kernel.references import Letter, reference_of
from waymark.foundation.tasks.models import Task
from waymark.pathway.assessment import worklist as police
from waymark.pathway.assessment.models import PoliceAssessment
from waymark.pathway.assessment.states import AssessmentState
from waymark.pathway.referrals.models import (
    Approval,
    Concern,
    Decision,
    Duty,
    InformationRequest,
    Need,
    Redirect,
    TakenTogether,
    Told,
)
from waymark.pathway.referrals.states import ReferralState
from waymark.pathway.referrals.worklist import ANSWER_REQUEST, REQUEST_WAITS, STAGES, TELL

OFFICER = "Prevent officer"


def add(case: Case) -> None:
    """Ten notes to each referral, as near as may be: what is not something else are concerns."""
    others = _needs(case) + _told(case) + _duty(case) + _asked(case) + _together(case)
    if case.outcome or case.state in ("closing", "police_assessment"):
        others += _decision(case)
    said = max(1, NOTES_EACH - 1 - others)
    for place in range(1, said + 1):
        _concern(case, place)
    _tasks(case)


def _concern(case: Case, place: int) -> None:
    dice, at = case.dice, case.received_at
    marked: dict[str, Any] = {}
    if case.outcome or case.state == "closing":
        mark = "not_substantiated" if case.outcome == "unfounded" else dice.choice(("resolved", "moved"))
        marked = {
            "mark": mark, "mark_note": dice.choice(words.MARKED), "marked_by_id": case.officer.id,
            "marked_at": case.after(4), "violence": False,
        }  # fmt: skip
    mine = case.own(at if place < 3 else case.after(2)) | {"grants": case.seen_by_police()}
    case.pile.add(
        Concern, case.key, **mine, place=place, words=words.said(dice), source=dice.choice(words.SOURCES),
        standing=dice.choice(("fact", "reported", "opinion")), happened_precision="day",
        happened_on=at.date() - timedelta(days=dice.randint(0, 9)),
        recorded_by_id=None if place < 3 else case.officer.id, **marked,
    )  # fmt: skip


def _needs(case: Case) -> int:
    said, bearing, why = case.dice.choice(words.NEEDS)
    case.pile.add(
        Need, case.key, **case.own(case.after(1)), words=said, bearing=bearing, why=why, source="School plan",
        noted_on=case.received_at.date(), noted_by_id=case.officer.id,
    )  # fmt: skip
    return 1


def _told(case: Case) -> int:
    """The person, and of a child a parent: told before it closed, “not yet” while it is open."""
    hearers = ["person", *(["parent"] if case.under_18 else [])]
    for hearer in hearers:
        at = case.after(3)
        day = at.date()
        answer: dict[str, Any] = {
            "not_yet_because": words.NOT_YET, "decide_again_on": day + timedelta(days=28), "response": "",
        }  # fmt: skip
        if case.outcome or case.dice.random() < 0.5:
            answer = {"told_on": day, "told_by": OFFICER, "response": case.dice.choice(words.TOLD)}
        case.pile.add(
            Told,
            case.key,
            **case.own(at),
            hearer=hearer,
            answered_by_id=case.officer.id,
            answered_on=day,
            **answer,
        )
    return len(hearers)


def _duty(case: Case) -> int:
    if not case.under_18:
        return 0
    at = case.after(3)
    case.pile.add(
        Duty, case.key, **case.own(at), service="children", told_on=at.date(), told_by=OFFICER,
        their_reference="CSC-INVENTED", answered_by_id=case.officer.id, answered_at=at,
    )  # fmt: skip
    return 1


def _asked(case: Case) -> int:
    """One organisation is asked, and has answered before it closed. Its row has a key of its own."""
    if case.state == "received":
        return 0
    dice, at, asked = (
        case.dice,
        case.after(2),
        case.office.organisations[case.dice.choice(("nhs", "children"))],
    )
    pk = uuid(dice)
    shown = [] if case.sealed_at else [f"organisation:{asked}:requests"]
    grants = [*case.grants(), *shown]
    key = case.pile.key(InformationRequest, pk, at, case.office.id, grants)
    reply: dict[str, Any] = {}
    if case.outcome or case.state == "closing" or dice.random() < 0.5:
        reply = {
            "state": "answered", "reply": dice.choice(words.ANSWERS), "replied_by_id": case.officer.id,
            "replied_at": case.after(4),
        }  # fmt: skip
    case.pile.add(
        InformationRequest, key, **case.own(at) | {"grants": grants}, id=pk, asked_id=asked,
        reference=reference_of(Letter.QUESTION, dice.getrandbits(45)), basis=BASIS,
        question=dice.choice(words.QUESTIONS), due_on=at.date() + timedelta(days=10),
        asked_by_id=case.officer.id, asked_at=at,
        **{"state": "open"} | reply,
    )  # fmt: skip
    if not reply:
        end = at + timedelta(days=10)
        about: dict[str, Any] = {
            "about_kind": "referrals.informationrequest",
            "about_id": pk,
            "due_at": end,
            "asked_at": at,
        }
        _task(case, REQUEST_WAITS.code, for_user_id=case.officer.id, **about)
        _task(case, ANSWER_REQUEST.code, for_grant=f"organisation:{asked}:requests", **about)
    return 1


def _together(case: Case) -> int:
    if case.earlier is None or not case.outcome:
        return 0
    at = case.after(4)
    case.pile.add(
        TakenTogether, case.key, **case.own(at), covers=[case.earlier[0]], answered_by_id=case.officer.id,
        answered_at=at, answer="The same quarrel both times; nothing new has come to it since.",
    )  # fmt: skip
    return 1


def _decision(case: Case) -> int:
    at = case.closed_at or case.after(5)
    outcome = case.outcome or ("to-police" if case.state == "police_assessment" else "close")
    if outcome == "redirect":
        _redirect(case)
    second = bool(case.earlier) or case.state == "closing"
    theirs = {"grants": case.seen_by_police()} if outcome == "to-police" else {}
    case.decision = case.pile.add(
        Decision, case.key, **case.own(at) | theirs, outcome=outcome, options=OPTIONS,
        reason=case.dice.choice(words.REASONS), relied_on=RELIED_ON, note_code="finished",
        note=case.dice.choice(words.NOTES), needs_second=second, signed_by_id=case.officer.id, signed_as=OFFICER,
        signed_at=at,
    )  # fmt: skip
    if not (second and case.outcome):
        return 1
    row = {name: value for name, value in case.own(at).items() if name != "referral_id"}
    case.pile.add(
        Approval, case.key, **row, decision_id=case.decision, approved=True, approved_by_id=case.lead.id,
        reason="I have read the answers and agree with the reason.", approved_as="Prevent lead", approved_at=at,
    )  # fmt: skip
    return 2


def _redirect(case: Case) -> None:
    at, service = case.after(4), case.office.organisations["children"]
    pk = uuid(case.dice)
    grants = [*case.grants(), *([] if case.sealed_at else [f"organisation:{service}:requests"])]
    key = case.pile.key(Redirect, pk, at, case.office.id, grants)
    case.pile.add(
        Redirect, key, **case.own(at) | {"grants": grants}, id=pk, service_id=service,
        reference=reference_of(Letter.REDIRECT, case.dice.getrandbits(45)), service_name="Children’s front door",
        message="Please go on with the family as agreed by telephone.", basis=BASIS, asked_by_id=case.officer.id,
        asked_at=at, state="accepted", answered_on=at.date(), answered_by_id=case.officer.id,
    )  # fmt: skip


def _tasks(case: Case) -> None:
    """What waits for whom about an open referral. Finished tasks have gone after thirty days."""
    if case.outcome:
        return
    if case.state == ReferralState.POLICE_ASSESSMENT:
        _with_police(case)
        return
    stage = STAGES[ReferralState(case.state)].code
    about: dict[str, Any] = {
        "about_kind": "referrals.referral",
        "about_id": case.id,
        "asked_at": case.received_at,
    }
    office = case.office.id
    to: dict[str, Any] = {
        "received": {"for_grant": f"authority:{office}:triage"},
        "closing": {"for_grant": f"authority:{office}:lead"},
    }.get(case.state, {"for_user_id": case.officer.id})
    _task(case, stage, due_at=case.received_at + timedelta(days=9), **about, **to)
    if case.state == "triage":
        _task(
            case,
            TELL.code,
            due_at=case.received_at + timedelta(days=28),
            for_user_id=case.officer.id,
            **about,
        )


def _with_police(case: Case) -> None:
    """The assessment that began when it was sent, and waits for somebody of the police to take it."""
    at, office = case.after(3), case.office.id
    until = at + timedelta(days=7)
    seen = {"grants": case.seen_by_police()}
    begun = case.pile.add(PoliceAssessment, case.key, **case.own(at) | seen, started_at=at, due_at=until)
    _task(
        case, police.STAGES[AssessmentState.DECONFLICTION].code, for_grant=f"authority:{office}:police",
        about_kind="assessment.policeassessment", about_id=begun, asked_at=at, due_at=until,
    )  # fmt: skip


def _task(
    case: Case, kind: str, *, for_user_id: str | None = None, for_grant: str = "", **given: Any
) -> None:
    office = case.office.id
    own = f"user:{for_user_id}" if for_user_id else ""
    grants = [grant for grant in (f"system:{office}", own, for_grant) if grant]
    case.pile.add(
        Task, authority_id=office, grants=grants, recorded_at=given["asked_at"], kind=kind, reference=case.reference,
        for_user_id=for_user_id, for_grant=for_grant, escalate_to=f"authority:{office}:lead", **given,
    )  # fmt: skip
