"""What is needed by role and course, on one page; and N of M in date, as a figure and as a line of the page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from waymark.delivery.training.actions.attending import OfBooking
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.models import Course
from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Scope

from .teaching import Year, school
from .test_pages import day, pages

NEEDS = reverse("training:needs")


@pytest.fixture
def year(cast) -> Year:
    """Twelve teachers of one school came to the primary course."""
    with clock.travelled(clock.now() - timedelta(days=4)):
        year = Year(cast.here)
        session = year.planned(clock.now() + timedelta(days=2), capacity=20, trainers=())
        named = [Named(f"Person {number} Inventedly", role_id=year.teacher.pk) for number in range(12)]
        booked = year.booked(session, named=named)
    year.held(session, tuple(OfBooking(one.pk, "came") for one in booked))
    return year


def figure(cast, code: str, *by: str, days: int = 0) -> dict[tuple[str, ...], int]:
    on = clock.today() + timedelta(days=days)
    with cast.here.acting("lead") as lead:
        scope = Scope(cast.here.authority.pk, on - timedelta(days=3), on, by)
        return {one.group: one.number for one in measures.compute(code, scope, lead)}


def test_n_of_m_are_in_date_and_the_larger_number_of_each_place_is_m(cast, year):
    assert figure(cast, "training.needed") == {(): 0}
    year.ruled(12, course=year.course)
    assert (figure(cast, "training.in-date"), figure(cast, "training.needed")) == ({(): 12}, {(): 12})
    year.counted(20, role_id=year.teacher.pk)
    year.counted(30, where=Where(school(cast.here, "2").pk))
    assert figure(cast, "training.needed") == {(): 20}, "a place that is counted as a whole tells no teachers"
    year.ruled(12, role=None, place_kind="school", course=year.course)
    assert figure(cast, "training.needed") == {(): 50}
    assert figure(cast, "training.in-date", days=400) == {(): 0}, "a year later they are overdue"


def test_whoever_needs_two_things_counts_once_and_is_in_date_with_both(cast, year):
    with cast.here.acting("officer"):
        other = Course.objects.get(name="Prevent for secondary schools")
    year.ruled(None, course=year.course)
    year.ruled(24)
    assert figure(cast, "training.in-date") == {(): 12}
    year.ruled(None, course=other)
    assert (figure(cast, "training.in-date"), figure(cast, "training.needed")) == ({(): 0}, {(): 12})
    assert figure(cast, "training.in-date", "course") == {
        ("",): 12,
        (year.course.name,): 12,
        (other.name,): 0,
    }
    assert figure(cast, "training.in-date", "role") == {("Teacher",): 0}


def test_the_page_sets_and_shows_what_is_needed_and_a_figure_opens_its_lines(cast, year):
    officer = pages(cast.here.officer)
    page = officer.open(NEEDS).text
    assert "Nothing is set" in page and "in scope are in date" not in page
    there = reverse("training:refresh-rule")
    assert officer.send(there, officer.open(there).form(), status=200).errors
    typed = {
        "role": str(year.teacher.pk), "place_kind": "", "course": str(year.course.pk), "is_needed": "yes",
        "months": "24", "window_days": "90", "grace_days": "30", "reminds": "yes", "because": "The board agreed",
    }  # fmt: skip
    officer.fill(there, **typed, **day("from_on"))
    page = officer.open(NEEDS).text
    assert "100% of 12 staff in scope are in date" in page and "Every 24 months" in page
    assert "asked 90 days before, overdue 30 days after; written to by itself" in page
    with cast.here.acting("officer"):
        (rule,) = year.teacher.rules.all()
    change = officer.open(f"{there}?like={rule.pk}").form()
    assert (change["months"], change["grace_days"], change["course"]) == ("24", "30", str(year.course.pk))
    assert (
        "Every 24 months"
        in officer.open(measures.get("training.in-date").address(_scope(cast), role="Teacher")).text
    )
    narrowed = officer.open(f"{NEEDS}?course=Nothing").text
    assert "in scope are in date" not in narrowed and "Show everything" in narrowed


def _scope(cast) -> Scope:
    return Scope(cast.here.authority.pk, clock.today() - timedelta(days=5), clock.today())


@pytest.mark.parametrize(
    "wrong", [{"months": "0"}, {"months": "121"}, {"window_days": "400"}, {"role": "nobody"}, {"because": ""}]
)
def test_a_wrong_answer_is_said_at_its_field(cast, year, wrong):
    officer, there = pages(cast.here.officer), reverse("training:refresh-rule")
    typed = {
        "role": str(year.teacher.pk), "is_needed": "yes", "months": "24", "window_days": "90", "grace_days": "30",
        "reminds": "no", "because": "So", **day("from_on"),
    }  # fmt: skip
    page = officer.send(there, officer.open(there).form() | typed | wrong, status=200)
    assert page.errors
    with cast.here.acting("officer"):
        assert not year.teacher.rules.exists()


def test_only_whoever_plans_there_sees_it(cast, year):
    year.ruled(12)
    for who in ("trainer", "dsl", "police", "councillor"):
        assert pages(getattr(cast.here, who)).get(NEEDS).status_code == 404
    assert "Nothing is set" in pages(cast.there.officer).open(NEEDS).text


def test_the_page_takes_as_many_queries_for_one_line_as_for_four(cast, year, django_assert_max_num_queries):
    officer = pages(cast.here.officer)
    year.ruled(12)
    officer.open(NEEDS)
    with django_assert_max_num_queries(30) as first:
        officer.open(NEEDS)
    year.counted(20, role_id=year.teacher.pk)
    for kind in ("school", "nhs", "charity"):
        year.ruled(12, role=None, place_kind=kind)
    with django_assert_max_num_queries(len(first)):
        assert officer.open(NEEDS).text.count("Every 12 months") == 8
