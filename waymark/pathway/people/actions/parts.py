"""What an action is given about a person, before it becomes rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from waymark.foundation.places.models import Institution
from waymark.pathway.people.models import Address, Affiliation, PersonName
from waymark.pathway.people.models.person import Precision


@dataclass(frozen=True)
class NameParts:
    """A name as written. `full_name` wins; without it, forenames and surname are joined."""

    full_name: str = ""
    forenames: str = ""
    surname: str = ""
    kind: str = PersonName.Kind.NAME
    source: str = ""

    @property
    def whole(self) -> str:
        return self.full_name or " ".join(part for part in (self.forenames, self.surname) if part)


@dataclass(frozen=True)
class Birth:
    """A birth date with its precision, or an approximate age with the day it was noted, or neither."""

    born_on: date | None = None
    precision: str = Precision.UNKNOWN
    approximate_age: int | None = None
    age_noted_on: date | None = None


@dataclass(frozen=True)
class AddressParts:
    lines: str = ""
    postcode: str = ""
    kind: str = Address.Kind.HOME
    from_on: date | None = None
    until_on: date | None = None
    source: str = ""


@dataclass(frozen=True)
class AffiliationParts:
    """A school or workplace: from the directory, or in words."""

    role: str = Affiliation.Role.PUPIL
    institution: Institution | None = None
    name: str = ""
    from_on: date | None = None
    until_on: date | None = None
    source: str = ""
