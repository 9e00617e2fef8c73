"""Invented people: a person with their names, an address and a school or work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from waymark.demo.national import names, words
from waymark.demo.national.plan import SOURCE
from waymark.demo.national.rows import Pile, uuid
from waymark.demo.national.staff import Office
from waymark.foundation.kernel.references import Letter, reference_of
from waymark.foundation.kernel.text import fold
from waymark.pathway.people.models import Address, Affiliation, Person, PersonName

ALIASES, NO_BIRTH, YEAR_ONLY = 0.2, 0.06, 0.05


@dataclass(frozen=True)
class Somebody:
    """What a person is known by."""

    sex: str
    forename: str
    surname: str
    born_on: date | None
    precision: str
    lines: str
    postcode: str
    school: tuple[int, str] | None

    def age_on(self, day: date) -> int | None:
        if self.born_on is None:
            return None
        return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))


def somebody(dice: Random, office: Office, at: datetime) -> Somebody:
    """Six in ten are under 18, as in the published figures more or less."""
    young = dice.random() < 0.6
    years = dice.uniform(6, 18) if young else dice.choice((dice.uniform(18, 30), dice.uniform(30, 75)))
    born: date | None = (at - timedelta(days=years * 365.25)).date()
    precision, chance = "day", dice.random()
    if chance < NO_BIRTH:
        born, precision = None, "unknown"
    elif chance < NO_BIRTH + YEAR_ONLY and born:
        born, precision = born.replace(month=1, day=1), "year"
    sex = "M" if dice.random() < 0.8 else "F"
    return Somebody(
        sex, names.forename(dice, sex), names.surname(dice), born, precision,
        f"{dice.randint(1, 240)} {dice.choice(words.STREETS)}", words.postcode(dice),
        dice.choice(office.schools) if young else None,
    )  # fmt: skip


def add(pile: Pile, office: Office, one: Somebody, at: datetime, grants: list[str]) -> str:
    """The rows of one person; their key."""
    dice = pile.dice
    shared: dict[str, Any] = {"authority_id": office.id, "grants": grants, "recorded_at": at}
    key = pile.add(
        Person, **shared, reference=reference_of(Letter.PERSON, dice.getrandbits(45)), born_on=one.born_on,
        born_precision=one.precision, gender="male" if one.sex == "M" else "female", language="English",
        needs_interpreter=False,
    )  # fmt: skip
    _name(pile, key, shared, one.forename, one.surname, "name")
    if dice.random() < ALIASES:
        _name(pile, key, shared, one.forename[: max(3, len(one.forename) // 2)], one.surname, "alias")
    pile.add(
        Address, **shared, person_id=key, kind="home", lines=one.lines, postcode=one.postcode, source=SOURCE
    )
    if one.school:
        pile.add(
            Affiliation, **shared, person_id=key, institution_id=one.school[0], role="pupil", source=SOURCE
        )
    return key


def _name(pile: Pile, person: str, shared: dict[str, Any], forename: str, surname: str, kind: str) -> None:
    whole = f"{forename} {surname}"
    folded = fold(whole)
    pile.add(
        PersonName, **shared, id=uuid(pile.dice), person_id=person, kind=kind, full_name=whole, forenames=forename,
        surname=surname, folded=folded, folded_parts=" ".join(sorted(folded.split())), is_main=kind == "name",
        source=SOURCE,
    )  # fmt: skip
