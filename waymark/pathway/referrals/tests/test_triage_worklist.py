"""What waits for whom: by reference, until a day, and with the Prevent lead once that is over."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from waymark.foundation.kernel import clock
from waymark.foundation.tasks.models import Task
from waymark.pathway.referrals.actions import asking, findings
from waymark.pathway.referrals.models import Referral

from .walks import GROUNDS, Walk

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@pytest.fixture
def walk(cast) -> Walk:
    return Walk(cast.here).received()


def open_tasks(walk: Walk, kind: str) -> list[Task]:
    """As the system’s own job sees them."""
    from waymark.foundation.access.actors import Actor
    from waymark.foundation.access.context import acting

    with acting(Actor.job("look", walk.side.authority.pk)):
        return list(Task.objects.filter(kind=kind, done_at=None).select_related("for_user"))


def test_each_state_asks_one_thing_and_the_one_before_is_done(walk, cast):
    [new] = open_tasks(walk, "referrals.new")
    assert new.for_grant == f"authority:{cast.here.authority.pk}:triage"
    walk.ready(violence=True)
    assert open_tasks(walk, "referrals.new") == []
    [decide] = open_tasks(walk, "referrals.triage")
    assert decide.for_user == cast.here.officer
    walk.decided("close")
    assert open_tasks(walk, "referrals.triage") == []
    [second] = open_tasks(walk, "referrals.second-person")
    assert second.for_grant == f"authority:{cast.here.authority.pk}:lead"


def test_a_closed_referral_asks_for_nothing_but_to_decide_again_about_telling(walk):
    walk.ready().decided("close")
    assert [
        len(open_tasks(walk, kind)) for kind in ("referrals.triage", "referrals.new", "referrals.tell")
    ] == [0, 0, 1]


def test_the_due_time_of_the_queue_is_that_of_the_task(walk):
    walk.taken()
    [task] = open_tasks(walk, "referrals.triage")
    with walk.acting():
        assert Referral.objects.get(pk=walk.pk).due_at == task.due_at


def test_not_yet_told_comes_back_by_the_earliest_day_and_told_does_not(walk):
    walk.taken().told("person", again_in=60).told("parent", again_in=20)
    [task] = open_tasks(walk, "referrals.tell")
    assert clock.uk_date(task.due_at) == clock.today() + timedelta(days=20)
    with walk.acting() as by:
        findings.answer_told(
            by=by, referral=walk.referral, hearer="parent", told_on=clock.today(), told_by="Class teacher"
        )
    [task] = open_tasks(walk, "referrals.tell")
    assert clock.uk_date(task.due_at) == clock.today() + timedelta(days=60)


def test_a_redirect_without_an_answer_is_the_prevent_leads_after_ten_working_days(walk, cast):
    walk.ready()
    with walk.acting() as by:
        made = asking.redirect(
            by=by,
            at=MONDAY,
            referral=walk.referral,
            service=cast.here.organisation("social care"),
            message="Needs help with money.",
            basis="Children Act 1989, section 17",
        )
    [task] = open_tasks(walk, "referrals.redirect-waits")
    assert clock.uk_date(task.due_at) == date(2026, 11, 30)
    assert task.escalate_to == f"authority:{cast.here.authority.pk}:lead"
    walk.decided("redirect", **GROUNDS)
    assert len(open_tasks(walk, "referrals.redirect-waits")) == 1
    with cast.here.acting("front_door") as by:
        asking.accept_redirect(by=by, redirect=made, version=made.version)
    assert open_tasks(walk, "referrals.redirect-waits") == []
    assert open_tasks(walk, "referrals.answer-redirect") == []


def test_no_task_says_anything_of_the_person(walk):
    walk.ready().asked()
    for kind in ("referrals.triage", "referrals.answer-request", "referrals.request-waits", "referrals.tell"):
        [task] = open_tasks(walk, kind)
        assert "Quillfeather" not in f"{task.sentence} {task.reference} {task.url}"
