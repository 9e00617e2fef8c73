"""Whoever came is asked once, some months later once more, and reminded at most one time; whenever the worker runs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import Http404

from waymark.delivery.feedback.actions import answering, asking
from waymark.delivery.feedback.links import Asked
from waymark.delivery.feedback.models import QuestionSet, Round
from waymark.delivery.training.actions import attending
from waymark.delivery.training.actions.attending import OfBooking, Others
from waymark.delivery.training.actions.booking import Named
from waymark.delivery.training.models import Session
from waymark.delivery.training.tests.teaching import Year
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.outbox.models import Envelope, Message
from waymark.foundation.tasks.models import Clock

from .saying import Feedback

ADA = "ada@school.example"
HOUR = timedelta(hours=1)


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


def held(year: Year, **given) -> Session:
    """Ada, whose address is known, came, and Ben did not; so did four of six that were booked without names, and others."""
    session = year.planned(clock.now() + HOUR, **given)
    ada, ben = year.booked(session, named=[Named("Ada Inventedly", ADA), Named("Ben", "ben@school.example")])
    (group,) = year.booked(session, who="nurse", number=6)
    marks = (OfBooking(ada.pk, "came"), OfBooking(ben.pk, "no_show"), OfBooking(group.pk, "came", 4))
    return year.held(session, marks, [Others(7)])


def written(everything, code: str = "feedback.") -> list[tuple[str, str]]:
    """Code and address of each message about feedback; an account has none."""
    with everything():
        found = Envelope.objects.filter(message__code__startswith=code).select_related("message")
        users = dict(User.objects.values_list("pk", "email"))
        return sorted((one.message.code, one.address or users[one.user_id]) for one in found)


def run(at) -> int:
    """The job, at that time."""
    with clock.travelled(at):
        return asking.ask_everywhere()


def test_whoever_came_is_asked_once_and_the_group_by_its_booking(cast, year, everything):
    session = held(year)
    assert run(session.ends_at - timedelta(minutes=5)) == 0, "not before it is over"
    for _again in range(2):
        run(session.ends_at + HOUR)
    group = cast.here.nurse.email
    assert written(everything) == [("feedback.after", ADA), ("feedback.after", group)]
    with cast.here.acting("officer"):
        assert QuestionSet.objects.get().number == Round.objects.get().question_set.number == 1


def test_a_message_names_nobody(year, everything):
    session = held(year)
    run(session.ends_at + HOUR)
    with everything():
        for one in Envelope.objects.filter(message__code="feedback.after"):
            assert "inventedly" not in one.link.casefold()
        assert {one.reference for one in Message.objects.filter(code="feedback.after")} == {session.reference}


def test_a_worker_that_was_down_asks_late_and_years_ago_asks_nobody(year, everything):
    session = held(year)
    assert run(session.ends_at + timedelta(days=40)) == 1
    assert [code for code, _to in written(everything)] == ["feedback.after"] * 2
    other = held(year)
    assert run(other.ends_at + timedelta(days=400)) == 0


def test_after_three_months_once_by_the_dated_setting(cast, year, everything):
    session = held(year)
    run(session.ends_at + HOUR)
    three = session.ends_at + timedelta(days=93)
    assert run(session.ends_at + timedelta(days=85)) == 0
    assert [run(three), run(three + HOUR)] == [1, 0]
    assert len(written(everything, "feedback.later")) == 2
    with everything():
        Clock.objects.create(
            code="feedback.later", authority=cast.here.authority, number=6, unit="months",
            from_date=clock.today(), source="As the board agreed", confirmed=True,
        )  # fmt: skip
    second = held(year)
    assert run(second.ends_at + HOUR) == 1
    assert run(second.ends_at + timedelta(days=93)) == 0
    assert run(second.ends_at + timedelta(days=184)) == 1


def test_asked_again_once_and_only_those_who_have_not_answered(cast, year, everything):
    session = held(year)
    run(session.ends_at + HOUR)
    said = Feedback(year, session)
    with said.job() as by:
        ada = session.attendances.get(trainee__isnull=False, came="came")
        link = Asked("after", session.authority_id, ada.pk)
        answering.answer(by=by, round_=said.round, link=link, most=1, said=said.said())
    for days in (5, 8, 20, 40):
        run(session.ends_at + timedelta(days=days))
    assert written(everything, "feedback.nudge") == [("feedback.nudge", cast.here.nurse.email)]


def test_who_is_added_later_is_asked_too(year, everything):
    session = held(year)
    run(session.ends_at + HOUR)
    ben = session.bookings.model.objects.filter(trainee__email="ben@school.example")
    with clock.travelled(session.ends_at + 2 * HOUR), year.side.acting("trainer") as by:
        session.refresh_from_db()
        marks = (OfBooking(ben.get().pk, "came"),)
        attending.take(by=by, session=session, version=session.version, of_bookings=marks)
    run(session.ends_at + 3 * HOUR)
    assert len(written(everything, "feedback.after")) == 3


def test_of_the_other_authority_nobody_is_asked(cast, year, everything):
    there = Year(cast.there)
    session = held(there)
    with cast.here.acting("trainer") as by, pytest.raises(Http404):
        asking.ask(by=by, session=session, occasion="after")
    assert written(everything) == []
