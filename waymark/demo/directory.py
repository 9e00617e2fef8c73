"""The directory of Westmarch: who answers for what at its schools, one who left, organisations no register knows."""

from __future__ import annotations

from datetime import date

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.directory.actions import contacts, places
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Institution, Ward

from .people import DOMAIN
from .telling import Teller

# URN, role, name, first day, last day
CONTACTS = (
    ("900001", "head", "Lucinda Marlpit", date(2019, 9, 1), None),
    ("900001", "dsl", "Odette Farrowgate", date(2023, 1, 9), None),
    ("900001", "dsl", "Percival Dunnock", date(2018, 9, 1), date(2022, 12, 16)),
    ("900001", "governor", "Ignatius Brackley", date(2021, 9, 1), None),
    ("900002", "head", "Rosamund Tillbury", date(2020, 9, 1), None),
    ("900002", "prevent_lead", "Amadou Fairlight", date(2024, 4, 15), None),
    ("900003", "dsl", "Perpetua Vaneley", date(2022, 8, 1), None),
    ("900004", "training", "Hester Cobbold", None, None),
)
ORGANISATIONS = (
    ("department", "Westmarch Council: Housing and Communities", ""),
    ("department", "Westmarch Council: Early Years", ""),
    ("contractor", "Brightpath Invented Security", ""),
    ("youth", "Canalside Youth Centre", "E05999003"),
    ("probation", "Westmarch Invented Probation Service", ""),
    ("prison", "HMP Invented Fennick", "E05999004"),
    ("supplementary", "Fennick Saturday School", "E05999004"),
)
NOTE = "Parking is behind the sports hall. Training is on Wednesdays after lessons."


def tell(teller: Teller) -> None:
    authority_id = teller.places.authority.pk
    schools = {one.urn: one for one in Institution.objects.filter(authority_id=authority_id)}
    with acting(Actor.of_user(teller.users["officer"].pk)) as by:
        for urn, role, name, first, last in CONTACTS:
            contacts.add(
                by=by, place=schools[urn], authority_id=authority_id, role=role, name=name, from_on=first,
                until_on=last, email=f"{role.replace('_', '.')}@school-{urn}.{DOMAIN}",
            )  # fmt: skip
        places.write_note(
            by=by, place=schools["900001"], authority_id=authority_id, version=0, words=NOTE, at=clock.now()
        )
        for kind, name, ward in ORGANISATIONS:
            found = Ward.objects.get(code=ward) if ward else None
            places.add_organisation(by=by, authority_id=authority_id, kind=kind, name=name, ward=found)
