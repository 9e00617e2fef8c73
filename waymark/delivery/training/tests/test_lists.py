"""Lists of one’s own: a line is offered from its first day until it ends, and keeps its name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from waymark.delivery.training import queries
from waymark.delivery.training.actions import catalogue
from waymark.delivery.training.models import Audience, Course, StaffRole
from waymark.foundation.interface import moments
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal

from .teaching import Year
from .test_pages import day, pages

LISTS = reverse("training:lists")


def names(list_of, cast) -> list[str]:
    return [one.name for one in queries.offered(list_of, cast.here.authority.pk)]


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


def test_a_line_is_offered_from_its_first_day_until_it_ends(cast, year):
    officer, soon = pages(cast.here.officer), clock.today() + timedelta(days=10)
    there = reverse("training:line-add", args=["audiences"])
    assert officer.send(there, {"name": "Sports clubs"}, status=200).errors
    officer.fill(there, name="Sports clubs", **day("from_on", 10))
    assert f"Sports clubs (from {moments.day(soon)})" in officer.open(LISTS).text
    with cast.here.acting("officer") as by:
        assert "Sports clubs" not in names(Audience, cast)
        clubs = Audience.objects.get(name="Sports clubs")
        new = {"audience": clubs, "name": "Prevent in sport", "aims": "More", "minutes": 60, "from_on": soon}
        with pytest.raises(Refusal, match="not offered"):
            catalogue.add_course(by=by, **new)
        with clock.travelled(clock.now() + timedelta(days=10)):
            assert names(Audience, cast)[-1] == "Sports clubs"
            assert catalogue.add_course(by=by, **new)[0].audience == clubs
            catalogue.end_line(by=by, line=clubs)
            assert "Sports clubs" not in names(Audience, cast)
            with pytest.raises(Refusal, match="not offered"):
                catalogue.add_course(by=by, **new | {"name": "Another"})


def test_one_that_has_not_begun_is_taken_off_and_never_offered(cast, year):
    soon = clock.today() + timedelta(days=10)
    with cast.here.acting("officer") as by:
        line = catalogue.add_line(
            by=by, authority=cast.here.authority, list_of=StaffRole, name="Librarian", from_on=soon
        )
        assert catalogue.end_line(by=by, line=line).ended_on == soon
        for days in (0, 10, 20):
            with clock.travelled(clock.now() + timedelta(days=days)):
                assert "Librarian" not in names(StaffRole, cast)


def test_the_database_refuses_what_the_page_refuses(cast, year):
    before = clock.today() - timedelta(days=1)
    with cast.here.acting("officer") as by:
        for model, line in ((Audience, year.audience), (StaffRole, year.teacher)):
            for wrong in ({"name": "Others"}, {"from_on": before}, {"ended_on": before}):
                with pytest.raises(DatabaseError), transaction.atomic():
                    model.objects.filter(pk=line.pk).update(**wrong)
        ended = catalogue.end_line(by=by, line=year.audience)
        with pytest.raises(DatabaseError, match="stays as it was"), transaction.atomic():
            Audience.objects.filter(pk=ended.pk).update(ended_on=None)
        course = {"authority": ended.authority, "grants": ended.grants, "audience": ended}
        with pytest.raises(DatabaseError, match="not offered"), transaction.atomic():
            Course.objects.create(**course, name="Too late")
