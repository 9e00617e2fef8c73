"""Names, birth date, addresses and schools are added and corrected; nothing a search could need is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import Doer, deed
from waymark.pathway.people import worklist
from waymark.pathway.people.models import (
    Address,
    Affiliation,
    Match,
    OwnerQuestion,
    Person,
    PersonLink,
    PersonName,
)

from . import matching, rows
from .parts import AddressParts, AffiliationParts, Birth, NameParts
from .words import BORN_LATER, ENDS_BEFORE_START

BirthHeard = Callable[[Actor, datetime, Person], None]
BIRTH_HEARD: list[BirthHeard] = []
PARTS_OF_A_PERSON: tuple[type[Any], ...] = (PersonName, Address, Affiliation, Match)


def when_birth_changed(hear: BirthHeard) -> None:
    """Registers a step of a part above this one (in its AppConfig.ready), done in the deed that changes the birth."""
    if hear not in BIRTH_HEARD:
        BIRTH_HEARD.append(hear)


def refuse_birth(birth: Birth, day: date) -> None:
    """Refusal for a birth date that is still to come."""
    if birth.born_on is not None and birth.born_on > day:
        raise Refusal(BORN_LATER, field="born_on")


@deed("people.add-name")
def add_name(*, by: Actor, at: datetime, person: Person, name: NameParts) -> Person:
    """Another spelling, alias or name used online."""
    person = lock(person)
    rows.name_row(person, name)
    matching.find(person, at)
    return person


@deed("people.correct-name")
def correct_name(*, by: Actor, at: datetime, person: Person, version: int, name: NameParts) -> Person:
    """A new main name; the one before stays as a former one. Stale when somebody else was quicker."""
    person = lock(person, version)
    for main in person.names.filter(is_main=True):
        main.is_main, main.kind = False, PersonName.Kind.FORMER
        main.save_next("is_main", "kind")
    rows.name_row(person, name, is_main=True)
    person.save_next()
    matching.find(person, at)
    return person


@deed("people.change-birth")
def change_birth(*, by: Actor, at: datetime, person: Person, version: int, birth: Birth) -> Person:
    """Stale when somebody else was quicker; Refusal for a date that is still to come."""
    person = lock(person, version)
    refuse_birth(birth, clock.uk_date(at))
    person.born_on, person.born_precision = birth.born_on, birth.precision
    person.approximate_age = birth.approximate_age
    person.age_noted_on = birth.age_noted_on or (
        clock.uk_date(at) if birth.approximate_age is not None else None
    )
    person.save_next("born_on", "born_precision", "approximate_age", "age_noted_on")
    matching.find(person, at)
    for hear in BIRTH_HEARD:
        hear(by, at, person)
    return person


@deed("people.add-address")
def add_address(*, by: Actor, at: datetime, person: Person, address: AddressParts) -> Address:
    return rows.address_row(lock(person), address)


@deed("people.end-address")
def end_address(*, by: Actor, at: datetime, address: Address, version: int, until_on: date) -> Address:
    """The last day the person lived there. Refusal when it is before the first one; Stale when it was changed."""
    address = lock(address, version)
    if address.from_on is not None and until_on < address.from_on:
        raise Refusal(ENDS_BEFORE_START, field="until_on")
    address.until_on = until_on
    address.save_next("until_on")
    return address


@deed("people.add-affiliation")
def add_affiliation(*, by: Actor, at: datetime, person: Person, affiliation: AffiliationParts) -> Affiliation:
    return rows.affiliation_row(lock(person), affiliation)


@deed("people.regrant")
def regrant(*, by: Doer, at: datetime, person: Person, grants: Sequence[str]) -> Person:
    """Who may see the person, and every row of theirs, from now on."""
    given = list(grants)
    for model in PARTS_OF_A_PERSON:
        model.objects.filter(person=person).update(grants=given)
    PersonLink.objects.filter(person=person).update(grants=given)
    OwnerQuestion.objects.filter(person=person).update(grants=given)
    person.grants = given
    person.save_next("grants")
    worklist.regranted(person, by, at)
    return person
