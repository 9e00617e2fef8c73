"""Schools, trainings and days as the tests of reach need them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from tests.cast import Side
from waymark.delivery.reach.actions import approaching
from waymark.delivery.training.actions.attending import OfBooking, Others
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.models import Session
from waymark.delivery.training.tests.teaching import Year, school
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.measures.periods import Period
from waymark.foundation.places.models import Institution, Organisation


def around(days: int = 400) -> Period:
    """From long ago to far ahead: sessions of the tests are held in some days."""
    return Period(clock.today() - timedelta(days=days), clock.today() + timedelta(days=days))


class Taught(Year):
    """A year in which somebody comes: numbers without names, and people by name."""

    def number_from(self, came: int, days: int = 5, **given: Any) -> Session:
        place = {key: given.pop(key) for key in ("institution_id", "organisation_id") if key in given}
        session = self.planned(clock.now() + timedelta(days=days), **given)
        return self.held(session, others=[Others(came, **place)])

    def named_from(self, place: Institution | Organisation, names: list[str], days: int = 5) -> Session:
        session = self.planned(clock.now() + timedelta(days=days))
        mail = {one: f"{one.lower()}@{self.side.code.lower()}.example" for one in names}
        where = Where(place.pk) if isinstance(place, Institution) else Where(organisation_id=place.pk)
        booked = self.booked(session, where=where, named=[Named(one, mail[one]) for one in names])
        return self.held(session, tuple(OfBooking(one.pk, "came") for one in booked))


@dataclass(frozen=True)
class Sent:
    key: str
    batch: UUID


def sent_to_a_school(side: Side) -> Sent:
    """A letter."""
    key = f"i-{school(side).pk}"
    with side.acting("officer") as by:
        batch = approaching.write(
            by=by, authority_id=side.authority.pk, keys=[key], how="letter", again=False
        )[1]
    return Sent(key, batch)


def tally(side: Side) -> list[tuple[Any, ...]]:
    """The rows of the tally, as a job of that authority sees them."""
    return _rows(side, "SELECT place, held_on, before_on, came, people FROM reach.tally")


def attended(side: Side) -> list[tuple[Any, ...]]:
    """What the tally has to say, from the attendances."""
    places = "ARRAY(SELECT DISTINCT reach.place(institution_id, organisation_id) FROM training_attendance)"
    return _rows(side, f"SELECT * FROM reach.fresh(%s, {places})", side.authority.pk)


def stood(side: Side) -> list[tuple[Any, ...]]:
    """What the pages read: of each place its last day, how many came, and how many different people."""
    period = around()
    given = (side.authority.pk, period.from_on, period.until_on)
    return _rows(side, "SELECT * FROM reach.stood(%s, %s, %s)", *given)


def _rows(side: Side, sql: str, *given: Any) -> list[tuple[Any, ...]]:
    with acting(Actor.job("test", side.authority.pk)), connection.cursor() as cursor:
        cursor.execute(f"{sql} ORDER BY 1, 2, 3", given)
        return cursor.fetchall()
