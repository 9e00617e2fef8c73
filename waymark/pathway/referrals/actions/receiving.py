"""What was sent becomes the council’s record: the person, the referral, one row for each concern as worded."""

from __future__ import annotations

from datetime import datetime, timedelta

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import deed, disclosed
from waymark.foundation.tasks.clocks import due
from waymark.pathway.concerns import routing
from waymark.pathway.concerns.desk import Desk
from waymark.pathway.concerns.models import AddedInformation, Submission
from waymark.pathway.people import actions as people
from waymark.pathway.people.models import Person
from waymark.pathway.referrals import intake, police_desk, worklist
from waymark.pathway.referrals.models import Concern, Need, Referral, Told
from waymark.pathway.referrals.states import REFERRALS, ReferralState

from . import carrying, telling
from .deciding import POLICE_BASIS
from .leading import first_lead

ADULT = 18
# A referrer’s “not yet” is the council’s to decide anew within four weeks, well before the 90 days are over.
REFERRERS_SILENCE = timedelta(days=28)


@deed("referrals.receive")
def receive(*, by: Actor, at: datetime, submission: Submission) -> Referral:
    """The referral of a submission, with its person, concerns, lead professional and due time.

    Done by whoever sends, who sees nothing of it: the system’s grant is lent for it. The same submission twice is
    one referral. *Seen before?* is asked as the person is added.
    """
    authority_id = submission.authority_id
    with context.lent(authority_id):
        known = Referral.objects.filter(submission=submission).first()
        if known is not None:
            return known
        said = intake.read(submission)
        person = _person(by, at, authority_id, said)
        age, under_18 = _age(person, at)
        heard = routing.with_police(authority_id, clock.uk_date(at))
        referral = Referral.objects.create(
            authority_id=authority_id,
            grants=carrying.triage(authority_id),
            reference=submission.reference,
            state=str(REFERRALS.first),
            submission=submission,
            person=person,
            received_at=at,
            heard_by_police_at=at if heard else None,
            concern_arose_on=submission.concern_arose_on,
            age_on_receipt=age,
            under_18=under_18,
            lives_with_child=said.lives_with_child,
            lead=_lead(authority_id),
            due_at=due(worklist.STAGES[ReferralState.RECEIVED].clock, at, authority_id=authority_id),
        )
        _write_down(referral, said, at)
        worklist.stage(referral, by, at)
        if heard:
            _at_once_to_police(by, at, referral)
    telling.arrived(submission, at)
    return referral


def _at_once_to_police(by: Actor, at: datetime, referral: Referral) -> None:
    """The police of the area see the person and the concerns of the one record; they assess it when triage says."""
    carrying.carry(referral, [*referral.grants, carrying.police(referral.authority_id)], by=by, at=at)
    disclosed(referral, recipient="police", what="the referral, as it was sent", basis=POLICE_BASIS)
    police_desk.in_charge().hear(by, at, referral)


def hear_more(by: Actor, at: datetime, added: AddedInformation) -> None:
    """The referral’s lead, or else the triage team, hears that something was added. Called in the deed of adding."""
    telling.added(added, at)


def age_anew(by: Actor, at: datetime, person: Person) -> None:
    """The birth date was corrected: on referrals that are not sealed the age is that of the person again, as the rules
    for a child’s ask by it. Called in the deed that corrects."""
    with context.lent(person.authority_id):
        for referral in Referral.objects.select_for_update().filter(person=person, sealed_at=None):
            age, under_18 = _age(person, referral.received_at)
            if (age, under_18) != (referral.age_on_receipt, referral.under_18):
                referral.age_on_receipt, referral.under_18 = age, under_18
                referral.save_next("age_on_receipt", "under_18")


def _age(person: Person, received_at: datetime) -> tuple[int | None, bool | None]:
    """Of the person on the day of receipt, and whether that is a child’s; None where nobody knows."""
    age = person.age_on(clock.uk_date(received_at))
    return (None, None) if age is None else (max(age, 0), age < ADULT)


def _person(by: Actor, at: datetime, authority_id: int, said: intake.Intake) -> Person:
    return people.add_person(
        by=by,
        at=at,
        authority_id=authority_id,
        grants=carrying.triage(authority_id),
        names=said.names,
        birth=said.birth,
        gender=said.gender,
        language=said.language,
        needs_interpreter=said.needs_interpreter,
        addresses=said.addresses,
        affiliations=said.affiliations,
    )


def _write_down(referral: Referral, said: intake.Intake, at: datetime) -> None:
    """Concerns, needs, and who has been told, as the referrer worded them."""
    for place, concern in enumerate(said.concerns, start=1):
        Concern.objects.create(
            **carrying.with_(referral),
            place=place,
            words=concern.words,
            kind=concern.kind,
            standing=concern.standing,
            source=concern.source,
            happened_on=concern.happened_on,
            happened_precision=concern.happened_precision,
            violence=concern.violence,
        )
    for told in said.told:
        silence = None if told.told_on else clock.uk_date(at) + REFERRERS_SILENCE
        Told.objects.create(
            **carrying.with_(referral),
            hearer=told.hearer,
            told_on=told.told_on,
            told_by=told.told_by,
            response=told.response,
            not_yet_because=told.not_yet_because,
            decide_again_on=silence,
            answered_on=clock.uk_date(at),
            recorded_at=at,
        )
    for need in said.needs:
        Need.objects.create(
            **carrying.with_(referral),
            words=need.words,
            bearing=need.bearing,
            why=need.why,
            source=need.source,
            noted_on=clock.uk_date(at),
        )


def _lead(authority_id: int) -> User | None:
    """The Prevent lead answers for what nobody has taken yet."""
    return first_lead(authority_id)  # type: ignore[return-value]


def _receive(by: Actor, at: datetime, submission: Submission) -> Referral:
    return receive(by=by, at=at, submission=submission)


# What concerns hands over, and to whom.
DESK = Desk(receive=_receive, hear_more=hear_more)
