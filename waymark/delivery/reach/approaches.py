"""Reads of what was done to reach places, and of whom to write to there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from waymark.delivery.training.due import ASKED
from waymark.foundation.access.actors import Actor
from waymark.foundation.directory.models import Contact, Place, where
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Institution, Organisation

from .models import Approach, Outcome

MOST = 25


def key_of(row: Approach | Contact) -> str:
    return f"i-{row.institution_id}" if row.institution_id else f"o-{row.organisation_id}"


def _at(keys: Iterable[str]) -> Q:
    held = list(keys)
    return Q(institution__in=_numbers(held, "i-")) | Q(organisation__in=_numbers(held, "o-"))


def _numbers(keys: Iterable[str], letter: str) -> list[int]:
    """Keys that are none are passed over."""
    said = [key.removeprefix(letter) for key in keys if key.startswith(letter)]
    return [int(one) for one in said if one.isascii() and one.isdigit() and len(one) < 15]


def places_of(authority_id: int, keys: Sequence[str]) -> dict[str, Place]:
    """Those of the area, in the order of the keys; at most MOST. Two queries."""
    asked = list(dict.fromkeys(keys))[:MOST]
    found: dict[str, Place] = {}
    institutions = Institution.objects.filter(authority_id=authority_id, pk__in=_numbers(asked, "i-"))
    organisations = Organisation.objects.filter(
        authority_id=authority_id, institution=None, pk__in=_numbers(asked, "o-")
    )
    found |= {f"i-{one.pk}": one for one in institutions}
    found |= {f"o-{one.pk}": one for one in organisations}
    return {key: found[key] for key in asked if key in found}


def contacts_at(actor: Actor, keys: Iterable[str], day: date) -> dict[str, Contact]:
    """Of each place whom to write to: whoever answers for training, safeguarding or the place. One query."""
    found: dict[str, Contact] = {}
    rank: dict[str, int] = {role: place for place, role in enumerate(ASKED)}
    there = Contact.objects.visible_to(actor).valid_on(day).filter(_at(keys))
    for one in sorted(there, key=lambda one: (not one.email, rank.get(one.role, len(rank)), str(one.pk))):
        found.setdefault(key_of(one), one)
    return found


def last_at(actor: Actor, keys: Iterable[str]) -> dict[str, Approach]:
    """Of each place what was done last. One query."""
    found: dict[str, Approach] = {}
    for one in Approach.objects.visible_to(actor).filter(_at(keys)).order_by("-made_at", "-recorded_at"):
        found.setdefault(key_of(one), one)
    return found


def of_place(actor: Actor, place: Place) -> QuerySet[Approach]:
    """The newest first."""
    held = Approach.objects.visible_to(actor).filter(**where(place)).select_related("made_by")
    return held.order_by("-made_at", "-recorded_at")


def in_batch(actor: Actor, batch: UUID) -> list[Approach]:
    held = Approach.objects.visible_to(actor).filter(batch=batch)
    found = held.select_related("institution", "organisation", "authority")
    return sorted(found, key=lambda one: (str(one.place), key_of(one)))


@dataclass(frozen=True)
class Addressed:
    """A place with whom to write to there, and what was done last."""

    key: str
    place: Place
    contact: Contact | None
    last: Approach | None
    is_recent: bool

    @property
    def email(self) -> str:
        office = self.place.contact_email if isinstance(self.place, Organisation) else ""
        return self.contact.email if self.contact and self.contact.email else office

    @property
    def said_no(self) -> bool:
        return self.last is not None and self.last.outcome == Outcome.NO

    @property
    def wants_a_tick(self) -> bool:
        return self.is_recent or self.said_no


def addressed(actor: Actor, authority_id: int, keys: Sequence[str], since: date) -> list[Addressed]:
    """`since`: who was approached on this day or later is recent. Four queries."""
    places = places_of(authority_id, keys)
    contacts = contacts_at(actor, places, clock.today())
    last = last_at(actor, places)

    def is_recent(key: str) -> bool:
        held = last.get(key)
        return held is not None and clock.uk_date(held.made_at) >= since

    return [
        Addressed(key, place, contacts.get(key), last.get(key), is_recent(key))
        for key, place in places.items()
    ]
