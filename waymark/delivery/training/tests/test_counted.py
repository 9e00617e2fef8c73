"""Figures split every way, and the pages that show exactly what each of them counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse

from waymark.delivery.training.actions import counting
from waymark.delivery.training.actions.attending import OfBooking, Others
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.models import Attendance, Headcount, Source
from waymark.foundation import measures
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.measures import Scope

from .teaching import Year, school
from .test_pages import pages


@pytest.fixture
def year(cast) -> Year:
    """At two schools 2 people by name and 20 as a number, each; 30 by e-learning; 500 with the regional team."""
    year = Year(cast.here)
    for number in ("1", "2"):
        session = year.planned(delivered_by="own" if number == "1" else "joint")
        named = [Named(f"{name} of {number}", role_id=year.teacher.pk) for name in ("Ada", "Ben")]
        place = school(cast.here, number, phase="Primary" if number == "1" else "")
        booked = year.booked(session, named=named, where=Where(place.pk))
        others = [Others(20, institution_id=place.pk)]
        year.held(session, tuple(OfBooking(one.pk, "came") for one in booked), others)
    year.held(year.planned(delivered_by="regional"), others=[Others(500)])
    with acting(Actor.job("import", cast.here.authority.pk)):
        there = Attendance.objects.filter(trainee__isnull=True).first()
        Attendance.objects.create(
            authority_id=there.authority_id, grants=there.grants, taught=there.taught, held_on=there.held_on, number=30,
            source=Source.LEARNING, marked_at=clock.now(),
        )  # fmt: skip
    return year


def scope(cast, *by: str) -> Scope:
    today = clock.today()
    return Scope(cast.here.authority.pk, today - timedelta(days=30), today + timedelta(days=60), by)


def figure(cast, code: str, *by: str) -> dict[tuple[str, ...], int]:
    with cast.here.acting("lead") as lead:
        return {one.group: one.number for one in measures.compute(code, scope(cast, *by), lead)}


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("audience", {("Primary schools",): 74}),
        ("course", {("Prevent for primary schools",): 74}),
        ("version", {("Prevent for primary schools · 1",): 74}),
        ("phase", {("Primary",): 22, ("",): 52}),
        ("delivered_by", {("own",): 22, ("joint",): 22, ("alone",): 30}),
        ("source", {("register",): 44, ("learning",): 30}),
        ("known", {("named",): 4, ("number",): 70}),
    ],
)
def test_attendances_split_every_way_and_the_page_shows_each_part(cast, year, by, said):
    assert figure(cast, "training.attendances", by) == said
    officer, measure = pages(cast.here.officer), measures.get("training.attendances")
    for (group,), number in said.items():
        page = officer.open(measure.address(scope(cast), **{by: group}))
        assert f"Attendances: {number}." in page.text


def test_sessions_people_and_institutions_split_too(cast, year):
    assert figure(cast, "training.sessions", "delivered_by") == {("own",): 1, ("joint",): 1}
    assert figure(cast, "training.people", "course") == {("Prevent for primary schools",): 4}
    assert figure(cast, "training.institutions", "phase") == {("Primary",): 1, ("",): 1}
    assert figure(cast, "training.sessions", "audience", "delivered_by") == {
        ("Primary schools", "own"): 1,
        ("Primary schools", "joint"): 1,
    }
    page = pages(cast.here.trainer).open(measures.get("training.sessions").address(scope(cast)))
    assert "Sessions held: 2. Attendances: 74." in page.text and "Without a session" in page.text
    of_others = measures.get("training.supported-attendances").address(scope(cast), delivered_by="regional")
    assert "Sessions held: 1. Attendances: 500." in pages(cast.here.officer).open(of_others).text


def test_the_page_takes_as_many_queries_for_two_sessions_as_for_four(
    cast, year, django_assert_max_num_queries
):
    address = measures.get("training.sessions").address(scope(cast))
    officer = pages(cast.here.officer)
    officer.open(address)
    with django_assert_max_num_queries(30) as first:
        officer.open(address)
    for _more in range(2):
        year.held(year.planned(), others=[Others(5)])
    with django_assert_max_num_queries(len(first)):
        assert "Sessions held: 4." in officer.open(address).text


def test_a_forged_period_or_group_shows_the_last_year_and_nothing_else(cast, year):
    page = pages(cast.here.officer).open(reverse("training:counted") + "?from=yesterday&until=&audience=x")
    assert "Sessions held: 0." in page.text  # they are to come
    assert "Attendances: 0." in pages(cast.there.officer).open(reverse("training:counted")).text


def test_staff_in_scope_are_those_of_places_that_said_how_many_they_are(cast, year):
    assert figure(cast, "training.in-scope") == {(): 0}
    year.counted(40)
    year.counted(8, where=Where(school(cast.here, "2").pk), role_id=year.teacher.pk)
    year.counted(41)
    assert figure(cast, "training.in-scope") == {(): 49}
    assert figure(cast, "training.in-scope-trained") == {(): 4}
    assert figure(cast, "training.in-scope", "role") == {("",): 41, ("Teacher",): 8}
    assert figure(cast, "training.in-scope-trained", "place") == {
        ("Invented School 1",): 2,
        ("Invented School 2",): 2,
    }
    page = pages(cast.here.officer).open(measures.get("training.in-scope").address(scope(cast)))
    assert "41" in page.text and "A census" in page.text and "Everybody there" in page.text


def test_nobody_counts_twice_as_all_and_by_role(cast, year):
    year.counted(40)
    with pytest.raises(Refusal, match="count twice"):
        year.counted(8, role_id=year.teacher.pk)
    year.counted(0)
    year.counted(8, role_id=year.teacher.pk)
    with pytest.raises(Refusal, match="today or in the past"):
        year.counted(8, role_id=year.teacher.pk, counted_on=clock.today() + timedelta(days=1))


def test_a_number_of_staff_is_entered_by_whoever_plans_and_never_changed(cast, year):
    held = year.counted()
    given = {"authority_id": cast.here.authority.pk, "where": Where(school(cast.here).pk), "number": 3}
    with cast.here.acting("trainer") as by:
        with pytest.raises(NotAllowed):
            counting.count(by=by, counted_on=clock.today(), source="Hearsay", **given)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Headcount.objects.create(
                authority_id=held.authority_id, grants=held.grants, institution_id=held.institution_id, number=3,
                counted_on=clock.today(), source="Hearsay", recorded_by_id=by.user_id,
            )  # fmt: skip
    with (
        cast.here.acting("officer"),
        pytest.raises(ProgrammingError, match="never changed"),
        transaction.atomic(),
    ):
        Headcount.objects.filter(pk=held.pk).update(number=1)
    with cast.here.acting("officer"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM training_headcount")
        assert cursor.rowcount == 0


def test_the_form_asks_for_a_place_a_number_and_its_source(cast, year):
    officer = pages(cast.here.officer)
    there = reverse("training:headcount-add")
    assert officer.send(there, officer.open(there).form(), status=200).errors
    typed = {"where": f"i:{school(cast.here).pk}", "number": "33", "source": "The school’s letter"}
    officer.send(there, officer.open(there).form() | typed)
    assert "33" in officer.open(reverse("training:headcounts")).text
