"""One referral after another, each with everything that hangs on it, in the state its age makes likely."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from waymark.demo.national import findings, persons, sent
from waymark.demo.national.made import Case
from waymark.demo.national.persons import Somebody
from waymark.demo.national.plan import Plan
from waymark.demo.national.rows import Pile, uuid
from waymark.demo.national.staff import Office
from waymark.foundation.kernel.references import Letter, reference_of
from waymark.pathway.people.models import Match, PersonLink
from waymark.pathway.referrals.models import Referral

# Of all referrals: those of the last weeks, still open; those about somebody who was referred before.
OPEN, AGAIN = 0.08, 0.05
OPEN_DAYS, CLOSED_DAYS, SEALED_DAYS = 45, 50, 365
CLOSED = {"close": "no_further_action", "advise": "advice", "redirect": "redirected", "unfounded": "mistaken"}
CHUNK = 250


def make(plan: Plan, office: Office, part: int, referrals: int, others: int) -> dict[str, bytes]:
    """The rows of some referrals of one authority and of some people without one, by table, as COPY reads them."""
    pile = Pile(plan.random("cases", office.code, part))
    before: list[tuple[str, str, Somebody, datetime]] = []
    times = sorted(_received(plan, pile.dice) for _each in range(referrals))
    for received_at in times:
        again = pile.dice.choice(before) if before and pile.dice.random() < AGAIN else None
        case = _case(plan, office, pile, received_at, again)
        before.append((case.id, case.person, case.one, case.closed_at or plan.until))
    for _other in range(others):
        at = plan.since + timedelta(days=pile.dice.uniform(0, 3650))
        persons.add(pile, office, persons.somebody(pile.dice, office, at), at, office.grants())
    return pile.blobs()


def _received(plan: Plan, dice: Random) -> datetime:
    if dice.random() < OPEN:
        return plan.until - timedelta(days=dice.uniform(0.01, OPEN_DAYS))
    whole = (plan.until - plan.since).days
    return plan.until - timedelta(days=dice.uniform(CLOSED_DAYS, whole - 1), seconds=dice.randint(0, 40_000))


def _case(plan: Plan, office: Office, pile: Pile, received_at: datetime, again: Any) -> Case:
    dice = pile.dice
    state, outcome, closed_at, sealed_at = _fate(plan, dice, received_at)
    one = again[2] if again else persons.somebody(dice, office, received_at)
    # Whoever is under 18 has been referred by the school they go to, mostly.
    authors = office.of("partner")
    case = Case(
        pile, plan, office, one, received_at, state, outcome, office.of("prevent_lead")[0],
        dice.choice(office.of("prevent_officer")), dice.choice(authors), closed_at, sealed_at,
        id=uuid(dice), submission=uuid(dice), reference=reference_of(Letter.REFERRAL, dice.getrandbits(45)),
    )  # fmt: skip
    case.person = persons.add(pile, office, one, received_at, case.seen_by_police())
    if again and again[3] < received_at:
        case.earlier = (again[0], again[1])
        _linked(case)
    case.sent_key = sent.add(case)
    case.key = pile.key(Referral, case.id, received_at, office.id, case.seen_by_police())
    findings.add(case)
    _referral(case)
    return case


def _fate(plan: Plan, dice: Random, received_at: datetime) -> tuple[str, str, Any, Any]:
    """State, outcome, when it was closed, when it was sealed."""
    age = (plan.until - received_at).days
    if age < OPEN_DAYS:
        states = ("received",) if age < 1 else ("triage",) * 7 + ("closing", "police_assessment", "received")
        return dice.choice(states), "", None, None
    outcome = dice.choices(list(CLOSED), (45, 25, 24, 6))[0]
    closed_at = received_at + timedelta(days=dice.uniform(2, OPEN_DAYS))
    sealed_at = None
    if outcome == "unfounded":
        sealed_at = closed_at
    elif (plan.until - closed_at).days > SEALED_DAYS + 2:
        sealed_at = closed_at + timedelta(days=SEALED_DAYS + 1)
    return CLOSED[outcome], outcome, closed_at, sealed_at


def _referral(case: Case) -> None:
    open_state = case.state in ("triage", "closing", "police_assessment", "received")
    case.pile.add(
        Referral, id=case.id, authority_id=case.office.id, grants=case.seen_by_police(),
        recorded_at=case.received_at, reference=case.reference, state=case.state, submission_id=case.submission,
        person_id=case.person, received_at=case.received_at, under_18=case.under_18,
        concern_arose_on=case.received_at.date() - timedelta(days=3), lives_with_child="no",
        age_on_receipt=case.one.age_on(case.received_at.date()),
        lead_id=(case.lead if case.state == "received" else case.officer).id,
        due_at=case.received_at + timedelta(days=9) if open_state else None,
        sent_to_police_at=case.after(3) if case.state == "police_assessment" else None,
        decision_id=case.decision, closed_at=case.closed_at, sealed_at=case.sealed_at,
        version=1 if case.state == "received" else 4,
    )  # fmt: skip


def _linked(case: Case) -> None:
    """Somebody saw that the person was referred before, and said so."""
    assert case.earlier is not None  # noqa: S101  (the caller looked)
    at, office = case.after(1), case.office
    grants = case.seen_by_police()
    shared: dict[str, Any] = {
        "authority_id": office.id,
        "grants": grants,
        "recorded_at": at,
        "person_id": case.person,
    }
    case.pile.add(
        Match, **shared, candidate_id=case.earlier[1], reasons=["same_name", "same_birth_date"], found_at=at,
        answer="same", answered_by_id=case.officer.id, answered_at=at,
    )  # fmt: skip
    case.pile.add(PersonLink, **shared, other_id=case.earlier[1], linked_by_id=case.officer.id, linked_at=at)
