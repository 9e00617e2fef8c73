"""Who is due again by the authority’s own periods, at which place, and a word to the contact there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse

from waymark.delivery.training import due
from waymark.delivery.training.actions import attending, refreshing
from waymark.delivery.training.actions.attending import OfBooking
from waymark.delivery.training.actions.booking import Named, Where
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.directory.models import Contact
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, NotNow, Refusal
from waymark.foundation.outbox.models import Envelope

from .teaching import Year, school
from .test_pages import day, pages


@pytest.fixture
def year(cast) -> Year:
    """Ada was trained four hundred days ago, Ben three hundred and twenty; Cleo was booked and did not come."""
    with clock.travelled(clock.now() - timedelta(days=420)):
        year = Year(cast.here)
        for name, days, came in (("Ada", 20, "came"), ("Ben", 100, "came"), ("Cleo", 21, "no_show")):
            session = year.planned(clock.now() + timedelta(days=days), trainers=())
            (one,) = year.booked(session, named=[Named(f"{name} Inventedly", role_id=year.teacher.pk)])
            after = session.starts_at + timedelta(hours=1)
            with clock.travelled(after), cast.here.acting("officer") as by:
                session.refresh_from_db()
                marks = [OfBooking(one.pk, came)]
                attending.take(by=by, session=session, version=session.version, of_bookings=marks)
    return year


def contact(place, *roles: str) -> None:
    """Somebody in each role, as the directory has it."""
    authority = place.authority_id
    with acting(Actor.job("directory", authority)):
        for role in roles:
            Contact.objects.create(
                authority_id=authority, grants=Contact.granted(authority), institution=place, role=role,
                name="Somebody", email=f"{role}@school.example",
            )  # fmt: skip


def at(cast) -> list[tuple[int, int, int]]:
    with cast.here.acting("officer"):
        found = due.by_place(cast.here.authority.pk, clock.today())
        return [(one.overdue, one.soon, one.known) for one in found]


def test_nobody_is_due_before_a_period_is_set_and_then_by_it(cast, year):
    assert at(cast) == []
    year.ruled(12)
    assert at(cast) == [(1, 1, 3)], "one overdue, one within sixty days; who did not come was never trained"
    year.ruled(24, from_on=clock.today())
    assert at(cast) == []
    with cast.there.acting("officer"):
        assert due.by_place(cast.here.authority.pk, clock.today()) == []


def test_periods_are_dated_and_stay(cast, year):
    rule = year.ruled(12)
    with pytest.raises(Refusal, match="Another period"):
        year.ruled(6)
    with cast.here.acting("trainer") as by, pytest.raises(NotAllowed):
        refreshing.set_rule(
            by=by, role=year.teacher, months=3, from_on=clock.today() + timedelta(days=9), because="No"
        )
    change = "UPDATE training_refreshrule SET months = 1 WHERE id = %s"
    with cast.here.acting("officer"), connection.cursor() as cursor:  # noqa: SIM117
        with pytest.raises(ProgrammingError), transaction.atomic():
            cursor.execute(change, [rule.pk])


def test_the_contact_is_written_to_once_in_a_month_without_a_name(cast, year, everything):
    year.ruled(12)
    place = school(cast.here)
    with cast.here.acting("officer") as by, pytest.raises(NotNow, match="no email"):
        refreshing.nudge(by=by, authority_id=cast.here.authority.pk, where=Where(place.pk))
    contact(place, "head", "dsl")
    with cast.here.acting("officer") as by:
        for _again in range(2):
            refreshing.nudge(by=by, authority_id=cast.here.authority.pk, where=Where(place.pk))
    with everything():
        (envelope,) = Envelope.objects.filter(message__code="training.due")
        assert (envelope.address, envelope.link) == ("dsl@school.example", reverse("training:visitor"))


def test_the_pages_of_who_is_due(cast, year):
    client, place = pages(cast.here.officer), school(cast.here)
    assert "No period is set" in client.open(reverse("training:due")).text
    client.fill(
        reverse("training:refresh-rule"),
        role=str(year.teacher.pk),
        months="12",
        because="Agreed",
        **day("from_on"),
    )
    page = client.open(reverse("training:due"))
    assert place.name in page.text and "Inventedly" not in page.text
    there = reverse("training:due-at", args=["institution", place.pk])
    page = client.open(there).text
    assert "Ada Inventedly" in page and "Ben Inventedly" in page and "Cleo" not in page
    contact(place, "dsl")
    client.fill(reverse("training:nudge", args=["institution", place.pk]))
    for kind, key in (("institution", 0), ("organisation", 0), ("other", place.pk)):
        assert client.get(reverse("training:due-at", args=[kind, key])).status_code == 404
    for who in ("trainer", "dsl", "police"):
        assert pages(getattr(cast.here, who)).get(there).status_code == 404
