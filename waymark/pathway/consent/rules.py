"""What an answer to the asking for consent needs, as sentences at their fields. Forms and actions ask the same.

The database refuses the same by constraints and `consent.entry_fits`; a test walks through each of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.pathway.people.models import Person

from .models import Answer, Capacity, ChildView, Giver, Manner
from .models.answers import OF_A_CHILD
from .texts import Told

Fault = tuple[str, Any]
NOT_ADULTS = _("The person was 18 or over on that day: only they can give consent.")
NOT_CHILDS = _("The person was under 18 on that day: a parent, a guardian or the authority gives consent.")
FUTURE = _("The day cannot be in the future.")


def faults(said: dict[str, Any], person: Person, today: date) -> Iterator[Fault]:
    """Field and sentence of everything that is missing or does not fit; in the order of the page.

    `said` has a value for each field of `Consent` that a form asks for.
    """
    if said["asked_on"] > today:
        yield "asked_on", FUTURE
    yield from _age(said, person)
    yield from (_childs(said) if said["child"] else _adults(said))
    if said["giver"] != Giver.PERSON and not said["giver_name"]:
        yield "giver_name", _("Enter who gave the answer")
    yield from (_given(said) if said["answer"] == Answer.GIVEN else _not_given(said))


def _age(said: dict[str, Any], person: Person) -> Iterator[Fault]:
    """The giver is checked against the age on that day. Where the record cannot tell, somebody says how they know."""
    adult = person.is_adult_on(said["asked_on"])
    if adult is not None and adult == said["child"]:
        yield "giver", NOT_ADULTS if adult else NOT_CHILDS
    if adult is None and not said["age_basis"]:
        yield "age_basis", _("Say how you know whether the person was under 18")


def _childs(said: dict[str, Any]) -> Iterator[Fault]:
    if said["giver"] not in OF_A_CHILD:
        yield "giver", NOT_CHILDS
    if not said["child_view"]:
        yield "child_view", _("Choose what the child’s own view is")
    elif said["child_view"] == ChildView.NOT_ASKED and said["answer"] == Answer.GIVEN:
        yield "child_view", _("Ask the child first, or choose that the child cannot give a view")
    if not said["child_words"]:
        yield "child_words", _("Write what the child said, or why there is no view")


def _adults(said: dict[str, Any]) -> Iterator[Fault]:
    lacking = said["capacity"] == Capacity.LACKING
    if not said["capacity"]:
        yield "capacity", _("Choose whether the person can decide this")
    if lacking and said["giver"] != Giver.BEST_INTERESTS:
        yield "giver", _("The person cannot decide this: choose whoever decides in their best interests")
    elif said["giver"] in OF_A_CHILD or (not lacking and said["capacity"] and said["giver"] != Giver.PERSON):
        yield "giver", NOT_ADULTS
    if said["capacity"] in (Capacity.ASSESSED, Capacity.LACKING):
        yield from _assessed(said)


def _assessed(said: dict[str, Any]) -> Iterator[Fault]:
    if said["capacity_on"] is None:
        yield "capacity_on", _("Enter the day of the assessment")
    elif said["capacity_on"] > said["asked_on"]:
        yield "capacity_on", _("The assessment comes before consent is asked")
    if not said["capacity_by"]:
        yield "capacity_by", _("Enter who assessed it")
    if not said["capacity_reference"]:
        yield "capacity_reference", _("Enter where the assessment is kept")


def _given(said: dict[str, Any]) -> Iterator[Fault]:
    if said["child"] and not said["responsibility"]:
        yield "responsibility", _("Say how you know that they hold parental responsibility")
    if set(said["told"]) != set(Told.values):
        yield "told", _("All of this has to be told before consent is given")
    for field, sentence in WHEN_GIVEN:
        if not said[field]:
            yield field, sentence
    if said["expires_on"] and said["expires_on"] <= said["asked_on"]:
        yield "expires_on", _("It ends after the day on which it was given")
    if said["manner"] == Manner.VERBAL and not said["witness"]:
        yield "witness", _("Enter who was the witness")


WHEN_GIVEN: tuple[Fault, ...] = (
    ("explained_as", _("Write how it was explained")),
    ("notice_version", _("Enter which privacy notice was given")),
    ("text_version", _("Enter which wording was agreed to")),
    ("scope", _("Choose at least one kind of support")),
    ("manner", _("Choose how consent was given")),
    ("expires_on", _("Enter the day on which it ends")),
)


def _not_given(said: dict[str, Any]) -> Iterator[Fault]:
    if not said["because"]:
        yield "because", _("Say why there is no consent")
