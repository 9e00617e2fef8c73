"""What a submission says, read for triage: the person, and each concern as it was worded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from waymark.foundation.kernel.text import fold
from waymark.foundation.places.models import Institution
from waymark.pathway.concerns.form.asking import rows_of
from waymark.pathway.concerns.models import Submission
from waymark.pathway.people.actions import AddressParts, AffiliationParts, Birth, NameParts
from waymark.pathway.people.models import Address, Affiliation, PersonName
from waymark.pathway.referrals.models import Answered, Hearer, Precise, Standing


@dataclass(frozen=True)
class Said:
    """One concern in the referrer’s words."""

    words: str
    kind: str = ""
    standing: str = Standing.REPORTED
    source: str = ""
    happened_on: date | None = None
    happened_precision: str = Precise.DAY
    violence: bool | None = None


@dataclass(frozen=True)
class SaidNeed:
    """One need in the referrer’s words."""

    words: str
    bearing: str
    why: str
    source: str


@dataclass(frozen=True)
class SaidTold:
    """What the referrer says of telling the person, or a parent: told on a day, or not yet, because."""

    hearer: str
    told_on: date | None = None
    told_by: str = ""
    response: str = ""
    not_yet_because: str = ""


@dataclass(frozen=True)
class Intake:
    """What `receive` makes rows of."""

    names: tuple[NameParts, ...]
    birth: Birth
    concerns: tuple[Said, ...]
    needs: tuple[SaidNeed, ...] = ()
    told: tuple[SaidTold, ...] = ()
    gender: str = ""
    language: str = ""
    needs_interpreter: bool | None = None
    addresses: tuple[AddressParts, ...] = ()
    affiliations: tuple[AffiliationParts, ...] = ()
    lives_with_child: str = Answered.NOT_KNOWN


def read(submission: Submission) -> Intake:
    """Reads the answers of the form version that was asked. KeyError when there never was such a version."""
    return READERS[submission.form_version](submission.answers)


def version_1(answers: dict[str, Any]) -> Intake:
    """Of version 1 of the form."""
    return Intake(
        names=tuple(_names(answers.get("name", {}), answers.get("contact", {}))),
        birth=_birth(answers.get("born", {})),
        concerns=tuple(_said(row) for row in rows_of(answers, "concern")),
        needs=tuple(_need(row) for row in rows_of(answers, "needs")),
        told=tuple(_told(answers)),
        gender=answers.get("gender", {}).get("gender", ""),
        language=answers.get("language", {}).get("language", ""),
        needs_interpreter=KNOWN.get(answers.get("language", {}).get("interpreter", "")),
        addresses=tuple(_address(row) for row in rows_of(answers, "addresses")),
        affiliations=tuple(_affiliations(answers)),
        lives_with_child=answers.get("children", {}).get("children", Answered.NOT_KNOWN),
    )


KNOWN = {"yes": True, "no": False}
READERS: dict[int, Callable[[dict[str, Any]], Intake]] = {1: version_1}


def _names(name: dict[str, Any], contact: dict[str, Any]) -> Iterator[NameParts]:
    yield NameParts(forenames=name.get("forenames", ""), surname=name.get("surname", ""))
    for line in _lines(name.get("others", "")):
        yield NameParts(full_name=line, kind=PersonName.Kind.ALIAS)
    for line in _lines(contact.get("online", "")):
        yield NameParts(full_name=line, kind=PersonName.Kind.HANDLE)


def _lines(text: str) -> Iterator[str]:
    # A name of marks only could not be compared, and is left in the submission alone.
    return (line.strip()[:200] for line in text.splitlines() if fold(line))


def _birth(born: dict[str, Any]) -> Birth:
    if known := born.get("born"):
        return Birth(born_on=date.fromisoformat(known["on"]), precision=known["precision"])
    return Birth(approximate_age=born.get("age"))


def _address(row: dict[str, Any]) -> AddressParts:
    kind = row["kind"] if row["kind"] in Address.Kind.values else Address.Kind.HOME
    lines = " ".join(row.get("lines", "").split("\n"))
    if row["kind"] == "former":
        there = _("used to live there")
        lines = f"{lines} ({there})".strip()
    return AddressParts(lines=lines[:300], postcode=row.get("postcode", ""), kind=kind)


def _affiliations(answers: dict[str, Any]) -> Iterator[AffiliationParts]:
    school = (
        answers.get("school", {}).get("name") if answers.get("learns", {}).get("learns") == "yes" else None
    )
    if school:
        found = Institution.objects.filter(pk=school["id"]).first() if school.get("id") else None
        yield AffiliationParts(institution=found, name="" if found else school["name"])
    if work := answers.get("work", {}).get("work"):
        yield AffiliationParts(role=Affiliation.Role.EMPLOYEE, name=work)


def _said(row: dict[str, Any]) -> Said:
    return Said(
        words=row["words"],
        standing=row["standing"],
        source=row.get("source") or str(_("The referrer")),
        happened_on=date.fromisoformat(row["happened_on"]["on"]),
        happened_precision=row["happened_on"]["precision"],
    )


def _need(row: dict[str, Any]) -> SaidNeed:
    return SaidNeed(row["words"], row["bearing"], row["why"], row.get("source") or str(_("The referrer")))


def _told(answers: dict[str, Any]) -> Iterator[SaidTold]:
    """An adult’s parents are not asked about. A form that was sent holds the page behind each answer."""
    for hearer in (Hearer.PERSON, Hearer.PARENT):
        said = answers.get(hearer, {}).get("told")
        if said == "told" and (how := answers.get(f"{hearer}_told")):
            on = date.fromisoformat(how["on"])
            yield SaidTold(hearer, told_on=on, told_by=how["by"], response=how.get("response", ""))
        elif said == "not_yet" and (why := answers.get(f"{hearer}_not_yet")):
            yield SaidTold(hearer, not_yet_because=why["because"])
