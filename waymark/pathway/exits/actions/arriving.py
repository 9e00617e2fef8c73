"""What the receiver of a transfer gets: a person, a referral and a case of its own, born together."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import NeedsAnother
from waymark.foundation.ledger.deeds import disclosed
from waymark.pathway.channel.actions.moving import note
from waymark.pathway.channel.actions.opening import NOBODY
from waymark.pathway.channel.models import Case, Kind
from waymark.pathway.concerns.models import Submission
from waymark.pathway.exits.models import Arrival
from waymark.pathway.people import actions as people
from waymark.pathway.people.models import Person
from waymark.pathway.referrals import police_desk, worklist
from waymark.pathway.referrals.actions import carrying
from waymark.pathway.referrals.actions.deciding import POLICE_BASIS
from waymark.pathway.referrals.actions.leading import first_lead
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.states import REFERRALS

from .handing import unpacked

ADULT = 18


def bear(by: Actor, at: datetime, arrival: Arrival) -> Case:
    """A step of accepting, with the grant of the system. The case waits for the receiver’s panel; it has no consent."""
    authority_id = arrival.authority_id
    lead = first_lead(authority_id)
    if lead is None:
        raise NeedsAnother(NOBODY)
    grants = carrying.triage(authority_id)
    person = people.add_person(
        by=by, at=at, authority_id=authority_id, grants=grants, **unpacked(arrival.handed)
    )
    referral = _referral(by, at, arrival, person, lead)
    case = Case(
        reference=new_reference(Letter.CASE),
        referral=referral,
        lead=lead,
        authority_id=authority_id,
        grants=list(referral.grants),
        opened_at=at,
    )
    case.save(force_insert=True)
    worklist.move(referral, "taken-over", at)
    referral.save_next("state", "due_at")
    worklist.stage(referral, by, at)
    _to_police(by, at, referral)
    carrying.to_team(referral, by=by, at=at)
    case.grants = list(referral.grants)
    note(case, Kind.TAKEN_OVER, by, at, on=clock.uk_date(at), lead=lead)
    arrival.case, arrival.accepted_by_id, arrival.accepted_at = case, by.user_id, at
    arrival.grants = list(case.grants)
    arrival.save_next("case", "accepted_by", "accepted_at", "grants")
    return case


def _to_police(by: Actor, at: datetime, referral: Referral) -> None:
    """The police of the new area check it by their own records, and can keep it outside Channel at any time."""
    carrying.carry(referral, [*referral.grants, carrying.police(referral.authority_id)], by=by, at=at)
    disclosed(referral, recipient="police", what="a case that was taken over", basis=POLICE_BASIS)
    police_desk.in_charge().receive(by, at, referral)


def _referral(by: Actor, at: datetime, arrival: Arrival, person: Person, lead: object) -> Referral:
    """Under no form of ours: the sending authority asked its own. What it handed over stands with the case."""
    authority_id = arrival.authority_id
    reference = new_reference(Letter.REFERRAL)
    age = person.age_on(clock.uk_date(at))
    submission = Submission.objects.create(
        authority_id=authority_id,
        grants=carrying.triage(authority_id),
        reference=reference,
        from_draft=uuid4(),
        form_version=1,
        answers={},
        sent_at=arrival.sent_at,
        author_user_id=by.user_id,
        organisation_id=by.organisation_id,
    )
    return Referral.objects.create(
        authority_id=authority_id,
        grants=carrying.triage(authority_id),
        reference=reference,
        state=str(REFERRALS.first),
        submission=submission,
        person=person,
        received_at=at,
        age_on_receipt=None if age is None else max(age, 0),
        under_18=None if age is None else age < ADULT,
        lead=lead,
    )
