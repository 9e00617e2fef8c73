"""A week of looks in Westmarch: people at their work, and one officer who looked up somebody of his own name."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import timedelta

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import reads
from waymark.home.actions import looking, reviewing
from waymark.pathway.people.models import PersonName
from waymark.pathway.referrals.models import Referral

from .telling import Teller

PERSON, REFERRAL = "people:person", "referrals:triage-record"


def tell(teller: Teller) -> None:
    """The looks are of today, as the ledger’s own clock says; the list is that of this week."""
    with _today(teller, "officer") as officer:
        mine = list(Referral.objects.filter(lead_id=officer.user_id).order_by("received_at"))
        for referral in mine[:6]:
            reads.enter(REFERRAL, referral)
            reads.enter(PERSON, referral.person)
    with _today(teller, "lead"):
        for referral in mine[:3]:
            reads.enter(REFERRAL, referral)
    with _today(teller, "second_officer"):
        surname = teller.users["second_officer"].full_name.split()[-1]
        name = PersonName.objects.filter(surname=surname).select_related("person").get()
        for _each in range(3):
            reads.enter(PERSON, name.person)
    _listed(teller)


def _today(teller: Teller, who: str) -> AbstractContextManager[Actor]:
    return acting(Actor.of_user(teller.users[who].pk))


def _listed(teller: Teller) -> None:
    authority = teller.places.authority.pk
    with _today(teller, "administrator") as by:
        looking.set_home_area(
            by=by, user=teller.users["second_officer"], authority_id=authority, district="ZZ1"
        )
    today = clock.uk_date(teller.now)
    with acting(Actor.job("review-looks", authority)) as job:
        reviewing.make(by=job, authority_id=authority, week_from=today - timedelta(days=today.weekday()))
