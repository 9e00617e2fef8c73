"""What a version of a course is taught with: chosen by those who keep the library, said where it is taught."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.http import Http404
from django.urls import reverse

from tests.cast import Side
from tests.pages import Pages
from waymark.delivery.library.actions import resources, teaching
from waymark.delivery.library.models import Resource, TaughtWith
from waymark.delivery.training.actions import catalogue
from waymark.delivery.training.tests.teaching import Year
from waymark.foundation.access.context import acting
from waymark.foundation.access.decisions import NotAllowed
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal

from .holding import Library, added, taken_out


def pages(user) -> Pages:
    return Pages().sign_in(user)


def main(page) -> str:
    return " ".join(page.tree.xpath("string(//main)").split())


class Taught:
    """A version of a course of one side."""

    def __init__(self, side: Side) -> None:
        self.side, self.course = side, Year(side).course
        with side.acting("officer"):
            self.version = self.course.versions.get()

    def with_(self, *held: Resource) -> None:
        with self.side.acting("officer") as by:
            teaching.teach_with(by=by, taught=self.version, resources=[one.pk for one in held])


@pytest.fixture
def late(cast) -> Resource:
    """Was to be looked at again some days ago."""
    with clock.travelled(clock.now() - timedelta(days=20)):
        return added(cast.here, days=10)


@pytest.fixture
def year(late, cast) -> Taught:
    return Taught(cast.here)


def at(year: Taught, route: str = "taught") -> str:
    return reverse(f"library:{route}", args=[year.version.pk])


def test_chosen_on_a_page_and_said_on_both_sides(cast, year):
    held = Library(cast.here)
    officer = pages(cast.here.officer)
    assert "taught with nothing of the resource library" in main(officer.open(at(year)))
    page = officer.open(at(year, "taught-choose"))
    assert "Guidance that is" in main(page) and "Leaflet that is" not in main(page)
    officer.fill(at(year, "taught-choose"), keys=[str(held.public.pk), str(held.partners.pk)])
    for who in ("officer", "trainer"):
        client = pages(getattr(cast.here, who))
        course = client.open(reverse("training:course", args=[year.course.pk]))
        assert "Lesson that is invented" in main(course) and at(year) in course.links()
        resource = client.open(reverse("library:resource", args=[held.public.reference]))
        assert at(year) in resource.links()
        assert (at(year, "taught-choose") in client.open(at(year)).links()) == (who == "officer")
    officer.fill(at(year, "taught-choose"), keys=[str(held.public.pk)])
    assert "Lesson that is" not in main(officer.open(at(year)))
    with cast.here.acting("officer"):
        assert TaughtWith.objects.get(until_on__isnull=False).resource_id == held.partners.pk


def test_what_is_late_or_taken_out_is_said_where_it_is_taught(cast, late, year):
    gone = added(cast.here, title="Film that is invented")
    year.with_(late, gone)
    trainer = pages(cast.here.trainer)
    assert "Was to be looked at again by" in main(trainer.open(at(year)))
    with cast.here.acting("officer") as by:
        resources.take_out(by=by, resource=gone, version=gone.version, because="Old")
    for there in (at(year), reverse("training:course", args=[year.course.pk])):
        text = main(trainer.open(there))
        assert "1 resource that it was taught with was taken out" in text and "Film that is" not in text
    officer = pages(cast.here.officer)
    assert "Taken out of the list" in main(officer.open(at(year)))
    officer.fill(at(year, "taught-choose"), keys=[str(late.pk)])
    assert "was taken out" not in main(trainer.open(at(year)))


def test_who_may_see_and_choose(cast, year):
    held = added(cast.here)
    year.with_(held)
    for user in (cast.there.officer, cast.here.teacher, cast.here.dsl, cast.here.administrator):
        assert pages(user).get(at(year)).status_code == 404
        assert pages(user).get(at(year, "taught-choose")).status_code == 404
    assert pages(cast.here.trainer).get(at(year, "taught-choose")).status_code == 404
    teacher = pages(cast.here.teacher).open(reverse("library:resource", args=[held.reference]))
    assert year.course.name not in main(teacher)
    with cast.there.acting("officer"):
        assert not TaughtWith.objects.exists()
    with cast.here.acting("teacher"):
        assert not TaughtWith.objects.exists()
    with cast.there.acting("officer") as by, pytest.raises(Http404):
        teaching.teach_with(by=by, taught=year.version, resources=[])
    with cast.here.acting("trainer") as by, pytest.raises((NotAllowed, Http404)):
        teaching.teach_with(by=by, taught=year.version, resources=[])
    with cast.here.acting("officer") as by:
        catalogue.end_course(by=by, course=year.course, version=year.course.version)
        with pytest.raises(NotAllowed):
            teaching.teach_with(by=by, taught=year.version, resources=[])


def test_what_may_not_be_chosen_is_refused_by_page_and_database(cast, year):
    here, gone, there = added(cast.here), taken_out(cast.here), added(cast.there)
    with cast.here.acting("officer") as by:
        for wrong in (gone, there):
            with pytest.raises(Refusal):
                teaching.teach_with(by=by, taught=year.version, resources=[here.pk, wrong.pk])
    assert pages(cast.here.officer).fill(at(year, "taught-choose"), status=200, keys=[str(gone.pk)]).errors
    year.with_(here)
    with cast.here.acting("officer") as by:
        held = TaughtWith.objects.get()
        given = {"authority_id": held.authority_id, "grants": held.grants, "since_on": held.since_on}
        for wrong in (gone, there, here):
            with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
                TaughtWith.objects.create(
                    **given, taught=year.version, resource_id=wrong.pk, chosen_by_id=by.user_id
                )
        for change in (
            {"since_on": clock.today() - timedelta(days=9)},
            {"until_on": clock.today() - timedelta(days=9)},
        ):
            with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
                TaughtWith.objects.update(**change)
        teaching.teach_with(by=by, taught=year.version, resources=[])
        with pytest.raises(ProgrammingError), transaction.atomic():
            TaughtWith.objects.update(until_on=None)
    with cast.here.acting("trainer"), pytest.raises(ProgrammingError), transaction.atomic():
        TaughtWith.objects.create(**given, taught=year.version, resource=here, chosen_by=cast.here.trainer)
    with acting(cast.here.actor("officer")):
        assert not TaughtWith.objects.filter(pk=held.pk).delete()[0]


def test_as_many_queries_for_three_as_for_one(cast, year):
    held = [added(cast.here)]
    year.with_(*held)
    client = pages(cast.here.officer)
    places = [at(year), reverse("training:course", args=[year.course.pk])]
    places.append(reverse("library:resource", args=[held[0].reference]))
    client.open(places[0])
    few = [client.open(there).queries for there in places]
    held += [added(cast.here, title=title) for title in ("Two", "Three")]
    year.with_(*held)
    assert [client.open(there).queries for there in places] == few
