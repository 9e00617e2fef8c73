"""Courses and their versions; sessions planned, moved, cancelled, held; the walls around them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.delivery.training import links
from waymark.delivery.training.actions import attending, catalogue, sessions
from waymark.delivery.training.actions.attending import Others
from waymark.delivery.training.actions.sessions import How
from waymark.delivery.training.models import Attendance, Audience, Course, Session, StaffRole
from waymark.delivery.training.states import SESSIONS
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal, Stale

from .teaching import SOON, Year, school, when_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


def test_a_new_authority_begins_with_lists_that_it_can_change(year, cast):
    with cast.here.acting("officer") as by:
        assert Audience.objects.count() == 9
        assert StaffRole.objects.filter(name__in=["Governor", "Designated safeguarding lead"]).count() == 2
        of_govuk = Course.objects.filter(name__startswith="GOV.UK").select_related("needs")
        assert {one.name: one.needs.name if one.needs else None for one in of_govuk} == {
            "GOV.UK awareness course": None,
            "GOV.UK referrals course": "GOV.UK awareness course",
            "GOV.UK Channel course": "GOV.UK referrals course",
            "GOV.UK refresher awareness course": "GOV.UK awareness course",
        }
        names = set(Course.objects.values_list("name", flat=True))
        assert {
            f"Prevent for {whom}" for whom in ("early years", "primary schools", "secondary schools")
        } < names
        here = {"authority": cast.here.authority, "list_of": StaffRole, "from_on": clock.today()}
        added = catalogue.add_line(by=by, name="Librarian", **here)
        assert added.place == 10
        with pytest.raises(Refusal, match="already"):
            catalogue.add_line(by=by, name="librarian", **here)
        assert catalogue.end_line(by=by, line=added).ended_on == clock.today()
        with pytest.raises(NotNow):
            catalogue.begin(by=by, authority=cast.here.authority)


def test_a_new_version_says_why_and_never_changes(year, cast):
    with cast.here.acting("officer") as by:
        with pytest.raises(Incomplete, match="why"):
            catalogue.add_version(
                by=by,
                course=year.course,
                reason="law",
                because="",
                aims="More",
                minutes=60,
                from_on=clock.today(),
            )
        _course, second = catalogue.add_version(
            by=by, course=year.course, reason="law", because="New guidance", aims="More", minutes=60,
            from_on=clock.today() + timedelta(days=5),
        )  # fmt: skip
        assert (second.number, year.version) == (2, second)
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE training_courseversion SET aims = 'Other' WHERE id = %s", [second.pk])


def test_a_session_stays_with_the_version_that_was_taught(year, cast):
    held = year.held(year.planned(), others=[Others(12, institution_id=school(cast.here).pk)])
    with cast.here.acting("officer") as by:
        first = held.taught
        catalogue.add_version(
            by=by, course=year.course, reason="feedback", because="Too long", aims="Less", minutes=45,
            from_on=clock.today(),
        )  # fmt: skip
        assert Session.objects.get(pk=held.pk).taught == first
        assert Attendance.objects.get(session=held).taught == first
        assert year.planned().taught != first


def test_a_version_is_not_taught_before_its_day(year, cast):
    with cast.here.acting("officer") as by:
        catalogue.add_version(
            by=by, course=year.course, reason="law", because="New", aims="More", minutes=60,
            from_on=clock.today() + timedelta(days=60),
        )  # fmt: skip
    with pytest.raises(Refusal, match="later day"):
        year.planned()


def test_only_those_who_plan_training_plan_it(year, cast):
    with cast.here.acting("officer"):
        taught = year.version
        assert taught.course.name
    for who in ("trainer", "dsl", "police", "administrator"):
        with cast.here.acting(who) as by, pytest.raises(NotAllowed):
            sessions.plan(by=by, taught=taught, when=when_of(clock.now() + SOON), how=How(10))
    with cast.there.acting("officer") as by, pytest.raises(NotAllowed):
        sessions.plan(by=by, taught=taught, when=when_of(clock.now() + SOON), how=How(10))


def test_moving_counts_for_calendars_and_an_old_page_is_told(year, cast):
    session = year.planned()
    with cast.here.acting("officer") as by:
        later = when_of(clock.now() + SOON * 2, place="Library")
        moved = sessions.move(by=by, session=session, version=1, when=later)
        assert (moved.sequence, moved.place) == (1, "Library")
        with pytest.raises(Stale):
            sessions.move(by=by, session=session, version=1, when=later)


def test_a_session_that_was_cancelled_is_over(year, cast):
    session = year.planned()
    with cast.here.acting("officer") as by:
        with pytest.raises(Incomplete):
            sessions.cancel(by=by, session=session, version=1, because="")
        cancelled = sessions.cancel(by=by, session=session, version=1, because="The hall is closed.")
        with pytest.raises(NotAllowed, match="cancelled"):
            sessions.move(by=by, session=cancelled, version=2, when=when_of(clock.now() + SOON))
    with pytest.raises(NotAllowed, match="cancelled"):
        year.held(session)


def test_attendance_is_taken_when_it_has_begun_and_corrected_on_the_same_page(year, cast):
    here, there = school(cast.here), school(cast.here, "2")
    session = year.planned()
    with cast.here.acting("trainer") as by, pytest.raises(NotAllowed, match="not begun"):
        attending.take(by=by, session=session, version=1, others=[Others(3)])
    held = year.held(session, others=[Others(12, institution_id=here.pk), Others(2, institution_id=there.pk)])
    assert held.state == "held"
    year.held(held, others=[Others(11, institution_id=here.pk, role_id=year.teacher.pk)])
    with cast.here.acting("trainer"):
        (row,) = Attendance.objects.filter(session=held)
        assert (row.number, row.role_id, row.institution_id, row.held_on) == (
            11,
            year.teacher.pk,
            here.pk,
            held.on,
        )


def test_the_database_keeps_the_moves_and_the_day(year, cast, everything):
    session = year.held(year.planned(), others=[Others(4)])
    with everything(), connection.cursor() as cursor:
        for sentence in (
            "UPDATE training_session SET state = 'planned' WHERE id = %s",
            "UPDATE training_session SET starts_at = starts_at + interval '1 day', "
            "ends_at = ends_at + interval '1 day' WHERE id = %s",
            "UPDATE training_attendance SET held_on = held_on + 1 WHERE session_id = %s",
        ):
            with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():
                cursor.execute(sentence, [session.pk])
    assert ("planned", "held") in SESSIONS.pairs()


def test_nothing_shows_to_those_who_do_not_train(year, cast):
    session = year.held(year.planned(), others=[Others(4)])
    for side, who in (
        (cast.there, "officer"),
        (cast.here, "police"),
        (cast.here, "administrator"),
    ):
        with side.acting(who):
            for model in (Session, Attendance, Course, Audience, StaffRole):
                assert not model.objects.exists(), (who, model)
    with cast.here.acting("trainer"):
        assert Session.objects.get() == session
    with cast.here.acting("dsl"):
        assert Session.objects.get() == session, "it was open to all who book"
        assert not Attendance.objects.exists()


@pytest.mark.parametrize(("hours", "offered"), [(1, True), (-1, True), (-30, False)])
def test_a_session_that_is_over_is_not_joined(year, cast, everything, hours, offered):
    """It begins in so many hours, and takes two."""
    starts, link = clock.now() + timedelta(hours=hours), "https://meet.example/room"
    session = year.planned(when={"place": "", "online_link": link})
    (booking, _other) = year.booked(session)
    with everything():
        rows = Session.objects.filter(pk=session.pk)
        rows.update(starts_at=starts, ends_at=starts + timedelta(hours=2))
    pages = Pages().sign_in(cast.here.officer)
    there = [reverse("training:session", args=[session.reference]), links.to_place(booking)]
    assert [link in pages.open(one).links() for one in there] == [offered, offered]
