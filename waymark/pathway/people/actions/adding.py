"""A person is added: at the front door, when a referral is received."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.people.models import Person

from . import matching, rows
from .changing import refuse_birth
from .parts import AddressParts, AffiliationParts, Birth, NameParts
from .words import NO_NAME


@deed("people.add")
def add_person(
    *,
    by: Actor,
    at: datetime,
    authority_id: int,
    grants: Sequence[str],
    names: Sequence[NameParts],
    birth: Birth | None = None,
    gender: str = "",
    language: str = "",
    needs_interpreter: bool | None = None,
    addresses: Sequence[AddressParts] = (),
    affiliations: Sequence[AffiliationParts] = (),
) -> Person:
    """The first of `names` is the main one. Asks *Seen before?* at once. Incomplete without any name."""
    if not names:
        raise Incomplete(NO_NAME, field="full_name")
    birth = birth or Birth()
    refuse_birth(birth, clock.uk_date(at))
    person = Person.objects.create(
        authority_id=authority_id,
        grants=list(grants),
        born_on=birth.born_on,
        born_precision=birth.precision,
        approximate_age=birth.approximate_age,
        age_noted_on=birth.age_noted_on or (clock.uk_date(at) if birth.approximate_age is not None else None),
        gender=gender,
        language=language,
        needs_interpreter=needs_interpreter,
    )
    for place, parts in enumerate(names):
        rows.name_row(person, parts, is_main=place == 0)
    for address in addresses:
        rows.address_row(person, address)
    for affiliation in affiliations:
        rows.affiliation_row(person, affiliation)
    matching.find(person, at)
    return person
