"""How parts become rows. Rows of one person carry the person’s authority and grants."""

from __future__ import annotations

import re
from dataclasses import asdict

from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.kernel.text import fold
from waymark.pathway.people.models import Address, Affiliation, Person, PersonName

from .parts import AddressParts, AffiliationParts, NameParts
from .words import NO_LETTERS


def name_row(person: Person, parts: NameParts, *, is_main: bool = False) -> PersonName:
    """Incomplete when nothing of the name can be compared (no letter, no number)."""
    folded = fold(parts.whole)
    if not folded:
        raise Incomplete(NO_LETTERS, field="full_name")
    return PersonName.objects.create(
        **_shared(person),
        person=person,
        kind=parts.kind,
        full_name=parts.whole,
        forenames=parts.forenames,
        surname=parts.surname,
        folded=folded,
        folded_parts=" ".join(sorted(folded.split())),
        is_main=is_main,
        source=parts.source,
    )


def address_row(person: Person, parts: AddressParts) -> Address:
    given = asdict(parts) | {"postcode": plain_postcode(parts.postcode)}
    return Address.objects.create(**_shared(person), person=person, **given)


def affiliation_row(person: Person, parts: AffiliationParts) -> Affiliation:
    return Affiliation.objects.create(
        **_shared(person),
        person=person,
        institution=parts.institution,
        name=parts.name,
        role=parts.role,
        from_on=parts.from_on,
        until_on=parts.until_on,
        source=parts.source,
    )


def plain_postcode(typed: str) -> str:
    """Upper case with one space before the last three characters; as typed when it is too short for that."""
    bare = re.sub(r"[^A-Z0-9]", "", typed.upper())[:7]
    return f"{bare[:-3]} {bare[-3:]}" if len(bare) >= 5 else bare


def _shared(person: Person) -> dict:
    return {"authority_id": person.authority_id, "grants": person.grants}
