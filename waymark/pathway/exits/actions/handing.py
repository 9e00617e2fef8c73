"""What is handed over with a case: the person as the sender knows them, and what the sender writes for the receiver."""

from __future__ import annotations

from datetime import date
from typing import Any

from waymark.pathway.people.actions import Birth, NameParts
from waymark.pathway.people.models import Person


def packed(person: Person, **words: str) -> dict[str, Any]:
    """The sealed summary. Only what a panel needs to find and help the person; none of the sender’s records."""
    return {
        "person": {
            "names": [
                {
                    "full_name": row.full_name,
                    "forenames": row.forenames,
                    "surname": row.surname,
                    "kind": row.kind,
                }
                for row in person.names.order_by("-is_main", "recorded_at")
            ],
            "born_on": person.born_on.isoformat() if person.born_on else None,
            "born_precision": person.born_precision,
            "approximate_age": person.approximate_age,
            "age_noted_on": person.age_noted_on.isoformat() if person.age_noted_on else None,
            "gender": person.gender,
            "language": person.language,
            "needs_interpreter": person.needs_interpreter,
        },
        **words,
    }


def unpacked(handed: dict[str, Any]) -> dict[str, Any]:
    """What `people.add_person` takes."""
    said = handed["person"]
    birth = Birth(
        born_on=_day(said["born_on"]),
        precision=said["born_precision"],
        approximate_age=said["approximate_age"],
        age_noted_on=_day(said["age_noted_on"]),
    )
    own = {key: said[key] for key in ("gender", "language", "needs_interpreter")}
    return {"names": [NameParts(**name) for name in said["names"]], "birth": birth, **own}


def name_of(handed: dict[str, Any]) -> str:
    return NameParts(**handed["person"]["names"][0]).whole


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
