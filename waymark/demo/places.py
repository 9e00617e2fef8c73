"""Westmarch on the map: the authority, its police force, wards, schools and organisations. None of it exists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.places.actions import importing
from waymark.foundation.places.models import (
    Authority,
    Institution,
    Organisation,
    PoliceForce,
    Team,
    Ward,
)

CODE = "E06999999"
NEIGHBOUR_CODE = "E06999998"
REGISTER = Path(__file__).parent / "data" / "establishments.csv"
WARDS = {"E05999001": "Harrowmere", "E05999002": "Larkwell", "E05999003": "Canalside", "E05999004": "Fennick"}
ORGANISATIONS = {
    "council": ("Westmarch Council", "council", ""),
    "police": ("Westmarch Constabulary", "police", ""),
    "nhs": ("Westmarch Community NHS Trust", "nhs", ""),
    "school": ("Harrowmere Invented Academy", "school", "900001"),
    "college": ("Westmarch Invented College", "school", "900003"),
    "charity": ("Westmarch Youth Together", "charity", ""),
    "children": ("Westmarch Children’s Social Care", "council", ""),
    "adults": ("Westmarch Adults’ Social Care", "council", ""),
    "housing": ("Westmarch Homes", "housing", ""),
}
NEIGHBOUR = "Eastmarch Council"
TEAMS = (
    ("council", "prevent", "Prevent team"),
    ("children", "children", "Children’s front door"),
    ("adults", "adults", "Adults’ front door"),
)


@dataclass(frozen=True)
class Places:
    authority: Authority
    neighbour: Authority
    organisations: dict[str, Organisation]

    def authority_of(self, place: str) -> Authority:
        return self.neighbour if place == "neighbour" else self.authority


def name_of(place: str) -> str:
    """The name of an organisation by the key the stories use."""
    return ORGANISATIONS[place][0] if place in ORGANISATIONS else NEIGHBOUR


def build(at: datetime) -> Places:
    """Makes them all; the schools come through the importer of the schools register."""
    force = PoliceForce.objects.create(code="E23999999", name="Westmarch Constabulary")
    authority, neighbour = (
        Authority.objects.create(
            code=code,
            name=name,
            official_name=f"{name} Council",
            kind="unitary",
            nation="england",
            force=force,
            dfe_code=dfe,
            uses_waymark=True,
            source="Invented for the demonstration",
        )
        for code, name, dfe in ((CODE, "Westmarch", "997"), (NEIGHBOUR_CODE, "Eastmarch", "996"))
    )
    for code, name in WARDS.items():
        Ward.objects.create(code=code, name=name, authority=authority)
    _schools(authority, at)
    made = {key: _organisation(authority, *given) for key, given in ORGANISATIONS.items()}
    made["neighbour"] = _organisation(neighbour, NEIGHBOUR, "council", "")
    for key, kind, name in TEAMS:
        Team.objects.create(organisation=made[key], kind=kind, name=name)
    return Places(authority, neighbour, made)


def _schools(authority: Authority, at: datetime) -> None:
    job = Actor.job("demo", authority.pk)
    with acting(job):
        upload = importing.upload(by=job, at=at, name=REGISTER.name, content=REGISTER.read_bytes())
        importing.take(by=job, at=at, upload=upload)


def _organisation(authority: Authority, name: str, kind: str, urn: str) -> Organisation:
    institution = Institution.objects.get(kind=Institution.Kind.SCHOOL, urn=urn) if urn else None
    return Organisation.objects.create(authority=authority, name=name, kind=kind, institution=institution)
