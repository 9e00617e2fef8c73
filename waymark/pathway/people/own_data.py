"""What this part holds about a person, for whoever answers their request to see it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import own_data
from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel.references import read_reference

from . import queries
from .models import Person


def keys_of(actor: Actor, person: Person | None) -> own_data.Keys:
    """The person’s key, and those of records that somebody linked as being of the same person."""
    if person is None:
        return frozenset()
    return frozenset(
        Person.objects.visible_to(actor)
        .filter(pk__in=queries.same_people(person))
        .values_list("pk", flat=True)
    )


def find(actor: Actor, reference: str) -> own_data.Keys:
    known = read_reference(reference)
    return keys_of(actor, Person.objects.visible_to(actor).filter(reference=known).first())


def declare() -> None:
    """Called in AppConfig.ready."""
    own_data.finds(find)
    own_data.offer(
        own_data.of_person("people.Person", _("Who you are"), "pk"),
        own_data.of_person(
            "people.PersonName", _("A name"), "person", record="person", others={"source"},
            left_out=frozenset({"folded", "folded_parts"}),
        ),
        own_data.of_person("people.Address", _("An address"), "person", record="person", others={"source"}),
        own_data.of_person(
            "people.Affiliation", _("A school or workplace"), "person", record="person", others={"source"}
        ),
        own_data.of_person(
            "people.Match", _("A check for an earlier record"), "person", record="person", of_others=True
        ),
        own_data.of_person(
            "people.OwnerQuestion", _("A question about an earlier record"), "person", record="person",
            of_others=True,
        ),
    )  # fmt: skip
    own_data.elsewhere("people.PersonLink", "Only the keys of two records; both come in.")
    own_data.elsewhere(
        "people.EqualityAnswers",
        "Nobody may read them, only count them: see docs/decisions/0047-own-data.md.",
    )
