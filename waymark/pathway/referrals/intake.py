"""What a submission says, read for triage: the person, and each concern as it was worded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from waymark.pathway.people.actions import AddressParts, AffiliationParts, Birth, NameParts

from .models import Answered, Standing, Submission


@dataclass(frozen=True)
class Said:
    """One concern in the referrer’s words."""

    words: str
    kind: str = ""
    standing: str = Standing.REPORTED
    source: str = ""
    happened_on: date | None = None
    violence: bool | None = None


@dataclass(frozen=True)
class Intake:
    """What `receive` makes rows of."""

    names: tuple[NameParts, ...]
    birth: Birth
    concerns: tuple[Said, ...]
    gender: str = ""
    language: str = ""
    needs_interpreter: bool | None = None
    addresses: tuple[AddressParts, ...] = ()
    affiliations: tuple[AffiliationParts, ...] = ()
    lives_with_child: str = Answered.NOT_KNOWN


def read(submission: Submission) -> Intake:
    answers: dict[str, Any] = submission.answers
    return Intake(
        names=(NameParts(full_name=answers["name"]),),
        birth=Birth(born_on=date.fromisoformat(answers["born"]), precision="day"),
        concerns=tuple(Said(words=words, source="Teacher") for words in answers["concerns"]),
    )
