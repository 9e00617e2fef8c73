"""The look back after 6 and 12 months, and longer; and who is told when it comes near, is due, or is late."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from waymark.foundation.kernel import clock, months
from waymark.foundation.kernel.clock import UK
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal
from waymark.foundation.outbox.models import Message
from waymark.foundation.tasks.actions.reminding import remind_everywhere
from waymark.foundation.tasks.models import Clock, Reminder, Task
from waymark.pathway.channel import agenda
from waymark.pathway.exits.actions import alarms
from waymark.pathway.exits.models import Alarm, LookBack, Review

from .walks import ExitWalk


@pytest.fixture
def walk(cast) -> ExitWalk:
    return ExitWalk(cast.here).supported().exited()


def due_of(walk: ExitWalk, kind: str):
    with walk.acting("lead"):
        return Review.objects.get(kind=kind).due_on


def at(day, hour: int = 9):
    return clock.travelled(datetime(day.year, day.month, day.day, hour, tzinfo=UK))


def test_after_both_reviews_the_case_closes(walk):
    with at(due_of(walk, "six")):
        walk.looked_back()
        assert walk.stands() == "after_six_months"
    with at(due_of(walk, "twelve")):
        walk.looked_back("chair")
        assert walk.stands() == "closed"
        with walk.acting("chair"):
            assert LookBack.objects.count() == 2


def test_it_can_be_looked_at_for_24_months_at_most(walk):
    ended = clock.today()
    with at(due_of(walk, "six")):
        with pytest.raises(Refusal, match="Only the second"):
            walk.looked_back(decision="extend", reason="x", longer_until=months.after(ended, 18))
        walk.looked_back()
    with at(due_of(walk, "twelve")):
        beyond = months.after(ended, 24) + timedelta(days=1)
        with pytest.raises(Refusal, match="24 months"):
            walk.looked_back(decision="extend", reason="A cousin is back.", longer_until=beyond)
        with pytest.raises(Incomplete, match="Say why"):
            walk.looked_back(decision="extend", longer_until=months.after(ended, 24))
        walk.looked_back(decision="extend", reason="A cousin is back.", longer_until=months.after(ended, 24))
        assert walk.stands() == "looked_at_longer"
    with at(due_of(walk, "longer")):
        walk.looked_back()
        assert walk.stands() == "closed"


def test_the_database_refuses_25_months(walk):
    with walk.acting("chair"), pytest.raises(DatabaseError, match="24 months"), transaction.atomic():
        first = Review.objects.first()
        Review.objects.create(
            authority_id=first.authority_id, grants=first.grants, exit=first.exit, kind="longer", source="x",
            due_on=months.after(first.exit.ended_on, 25),
        )  # fmt: skip


@pytest.mark.parametrize("before", [(), ("six",), ("six", "twelve")], ids=["first", "second", "last"])
def test_it_opens_again_from_any_review(walk, before):
    for kind in before:
        with at(due_of(walk, kind)):
            longer = {"decision": "extend", "reason": "A cousin is back."} if kind == "twelve" else {}
            until = months.after(clock.today(), 5)
            walk.looked_back(**longer, **({"longer_until": until} if longer else {}))
    # At once: a new concern does not wait for the day of the review.
    with at(clock.today() + timedelta(days=400 if before else 1)):
        walk.looked_back(decision="reopen", reason="He has been seen with the group.")
        assert walk.stands() == "awaiting_first_panel"


def test_held_too_early_without_checks_or_by_others_it_is_refused(walk):
    with at(clock.today() + timedelta(days=30)):
        with pytest.raises(NotNow, match="too early"):
            walk.looked_back()
        with pytest.raises(NotAllowed):
            walk.looked_back("police")
    with at(due_of(walk, "six")):
        with pytest.raises(Refusal, match="newer than the end"):
            walk.looked_back(police_checked_on=clock.today() - timedelta(days=400))
        with pytest.raises(Incomplete, match="agencies"):
            walk.looked_back(agencies=[])
        with pytest.raises(Incomplete, match="Say why"):
            walk.looked_back(decision="reopen")


def test_what_is_signed_stays(walk):
    with at(due_of(walk, "six")):
        walk.looked_back()
    with walk.acting("chair"), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute("UPDATE exits_lookback SET decision = 'reopen', reason = findings")


def test_a_month_before_it_waits_for_an_agenda(walk):
    with walk.acting("coordinator") as actor:
        assert agenda.waits(actor) == []
    with at(due_of(walk, "six") - timedelta(days=31)), walk.acting("coordinator") as actor:
        assert agenda.waits(actor) == [walk.case.reference]


def test_the_periods_are_settings_of_the_council(cast):
    Clock.objects.create(
        authority=cast.here.authority, code="exits.six", number=3, unit="months", from_date=clock.today(),
        source="Local agreement of the panel",
    )  # fmt: skip
    walk = ExitWalk(cast.here).supported().exited()
    with walk.acting("chair"):
        first = Review.objects.get(kind="six")
        assert first.due_on == months.after(clock.today(), 3)
        assert first.source == "3 months Local agreement of the panel"


def test_people_are_told_before_on_the_day_a_week_and_two_weeks_after(walk, everything):
    due = due_of(walk, "six")
    expected = ((-15, []), (-14, [-14]), (-1, [-14]), (0, [-14, 0]), (7, [-14, 0, 7]), (14, [-14, 0, 7, 14]),
                (30, [-14, 0, 7, 14]))  # fmt: skip
    for shift, given in expected:
        with at(due + timedelta(days=shift)):
            alarms.give_everywhere()
            remind_everywhere()
        with everything():
            assert list(Alarm.objects.values_list("days", flat=True)) == given, shift
    with everything():
        people = {
            message.code: message.key.rsplit(":", 1)[1]
            for message in Message.objects.filter(code__startswith="exits.")
        }
        here = walk.side
        assert people == {
            "exits.review-soon": str(here.officer.pk), "exits.review-due": str(here.officer.pk),
            "exits.review-late": str(here.lead.pk), "exits.review-very-late": str(here.chair.pk),
        }  # fmt: skip
        assert not Reminder.objects.filter(task__kind__startswith="exits.review").exists(), "told twice"


def test_a_worker_that_was_away_for_30_days_tells_each_once(walk, everything):
    late = due_of(walk, "six") + timedelta(days=16)
    for _again in range(2):
        with at(late):
            alarms.give_everywhere()
    with everything():
        codes = Message.objects.filter(code__startswith="exits.").values_list("code", flat=True)
        assert sorted(codes) == [
            "exits.review-due", "exits.review-late", "exits.review-soon", "exits.review-very-late",
        ]  # fmt: skip
        assert Alarm.objects.count() == 4
        kinds = Task.objects.filter(kind__startswith="exits.review", done_at=None).values_list(
            "kind", flat=True
        )
        assert sorted(kinds) == ["exits.review", "exits.review-late", "exits.review-very-late"]
    with at(late):
        walk.looked_back()
        alarms.give_everywhere()
    with everything():
        assert not Task.objects.filter(kind__startswith="exits.review", done_at=None).exists()
        assert Alarm.objects.count() == 4


def test_a_case_that_is_open_again_is_not_called_for(walk, everything):
    walk_due = due_of(walk, "six")
    with at(clock.today() + timedelta(days=5)):
        walk.looked_back(decision="reopen", reason="He has been seen with the group.")
    with at(walk_due + timedelta(days=20)):
        alarms.give_everywhere()
    with everything():
        assert not Alarm.objects.exists()
