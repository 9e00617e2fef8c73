"""What comes before a course: somebody named who has not been to it is not booked by oversight."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from waymark.delivery.training import links
from waymark.delivery.training.actions import booking, declaring, replacing
from waymark.delivery.training.actions.attending import OfBooking
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.actions.declaring import Paper
from waymark.delivery.training.models import Booking, Course, Trainee
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Visitor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete

from .teaching import Year, school

ADA = Named("Ada Inventedly", "ada@school.example")
BEN = Named("Ben Inventedly", "ben@school.example")
FIRST, NEXT, LAST = "GOV.UK awareness course", "GOV.UK referrals course", "GOV.UK Channel course"


@pytest.fixture
def year(cast) -> Year:
    found = Year(cast.here)
    found.course = course_of(found, NEXT)
    return found


def course_of(year: Year, name: str) -> Course:
    with year.side.acting("officer"):
        return Course.objects.get(name=name, authority=year.side.authority)


def came(year: Year, one: Named, course: str, mark: str = "came") -> None:
    """Yesterday, as it seems to whoever books tomorrow."""
    wanted, year.course = year.course, course_of(year, course)
    session = year.planned(clock.now() + timedelta(hours=1))
    with year.side.acting("officer") as by:
        where = Where(school(year.side).pk)
        (held,) = booking.book(by=by, session=session, where=where, named=[one], knows=True)[1]
    year.held(session, (OfBooking(held.pk, mark),))
    year.course = wanted


def refused(year: Year, *named: Named, who: str = "officer") -> str:
    with pytest.raises(Incomplete) as problem:
        year.booked(year.planned(), who, named=list(named))
    assert problem.value.field == "knows"
    return str(problem.value.sentence)


def test_who_has_not_been_to_it_is_named_and_not_booked(year):
    came(year, ADA, FIRST)
    sentence = refused(year, ADA, BEN)
    assert FIRST in sentence and BEN.name in sentence and ADA.name not in sentence
    with year.side.acting("officer"):
        assert not Trainee.objects.filter(name=BEN.name).exists()
    assert len(year.booked(year.planned(), "officer", named=[ADA])) == 1


def test_whoever_books_goes_on_when_they_know_it(year):
    assert len(year.booked(year.planned(), "officer", named=[ADA, BEN], knows=True)) == 2
    assert len(year.booked(year.planned(), "dsl", named=[Named("Cyd Inventedly")], knows=True)) == 1


def test_not_having_come_does_not_count_and_a_deeper_course_does(year):
    came(year, ADA, FIRST, "no_show")
    assert ADA.name in refused(year, ADA)
    came(year, ADA, LAST)
    assert year.booked(year.planned(), "officer", named=[ADA])


def test_a_certificate_from_elsewhere_counts_once_it_is_confirmed(year):
    month_ago = clock.today() - timedelta(days=30)
    with year.side.acting("dsl") as by:
        held = declaring.declare(
            by=by, authority_id=year.side.authority.pk, where=year.place, person=ADA,
            paper=Paper("Awareness", "An invented firm", month_ago),
        )  # fmt: skip
    assert ADA.name in refused(year, ADA)
    with year.side.acting("officer") as by:
        counts = Course.objects.get(name=FIRST)
        declaring.confirm(by=by, declared=held, version=held.version, counts_as=counts)
    assert year.booked(year.planned(), "officer", named=[ADA])


def test_a_number_of_people_is_booked_and_a_course_with_nothing_before_it_asks_nothing(year):
    assert year.booked(year.planned(), "officer", number=3)[0].number == 3
    year.course = course_of(year, FIRST)
    assert year.booked(year.planned(), "officer", named=[BEN])


def test_without_an_account_nobody_learns_who_came_to_what(year):
    """They say that they know in either case."""
    came(year, ADA, FIRST)
    session = year.planned(is_open=True)
    visitor = Actor.of_visitor(
        Visitor.objects.create(
            authority=year.side.authority, email="somebody@school.example", verified_at=clock.now()
        )
    )
    for one in (ADA, BEN):
        with acting(visitor) as by, pytest.raises(Incomplete) as problem:
            booking.book(by=by, session=session, where=Where(school(year.side).pk), named=[one])
        assert problem.value.field == "knows" and one.name not in str(problem.value.sentence)


def test_a_colleague_who_comes_instead_is_asked_of_too(year):
    came(year, ADA, FIRST)
    (held,) = year.booked(year.planned(), "officer", named=[ADA])
    with year.side.acting("officer") as by:
        with pytest.raises(Incomplete):
            replacing.replace(by=by, booking=held, version=held.version, instead=BEN)
        held.refresh_from_db()
        done = replacing.replace(by=by, booking=held, version=held.version, instead=BEN, knows=True)
        assert done.trainee.name == BEN.name


def test_the_pages_say_what_comes_before_and_take_a_tick(year, pages, cast):
    session = year.planned(is_open=True)
    officer, place = pages.sign_in(cast.here.officer), f"i:{school(cast.here).pk}"
    url = reverse("training:session-book", args=[session.reference])
    assert f"Before this course comes “{FIRST}”" in officer.open(url).text
    page = officer.fill(url, where=place, named=f"{BEN.name}, {BEN.email}", status=200)
    [error] = page.errors
    assert BEN.name in error and FIRST in error
    officer.send(url, page.form() | {"knows": "yes"})
    with cast.here.acting("officer"):
        held = Booking.objects.get()
    for url in (f"/training/bookings/{held.reference}/replace/", links.to_place(held)):
        assert (
            f"Before this course comes “{FIRST}”"
            in officer.open(url + ("" if "replace" in url else "replace/")).text
        )
