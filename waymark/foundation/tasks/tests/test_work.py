"""Asking, taking, doing; and what the work list shows to whom."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.cast import Cast
from waymark.foundation import tasks
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.actions.disabling import disable
from waymark.foundation.kernel.refusals import NotAllowed, NotNow
from waymark.foundation.ledger.models import Change, Deed
from waymark.foundation.tasks import declared
from waymark.foundation.tasks.models import Task
from waymark.foundation.tasks.queries import holders, my_work
from waymark.foundation.tasks.tests.conftest import Record
from waymark.home.actions.members import end_role

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)  # a Monday


def triage(cast: Cast) -> str:
    return f"authority:{cast.here.authority.pk}:triage"


def test_a_task_for_a_role_shows_to_its_holders_only(cast: Cast, record: Record) -> None:
    with cast.here.acting("teacher") as teacher:
        task = tasks.ask("tests.look", about=record, to=triage(cast), by=teacher, at=AT)
        assert not my_work(teacher).exists() and not Task.objects.exists()
    for who in ("officer", "lead"):
        with cast.here.acting(who) as actor:
            assert [t.pk for t in my_work(actor)] == [task.pk]
    for side, who in ((cast.here, "police"), (cast.here, "administrator"), (cast.there, "officer")):
        with side.acting(who) as actor:
            assert not my_work(actor).exists() and not Task.objects.exists()


def test_a_task_for_a_person_shows_to_that_person(cast: Cast, record: Record) -> None:
    with cast.here.acting("teacher") as teacher:
        tasks.ask("tests.look", about=record, to=cast.here.dsl, by=teacher, at=AT, for_grant=triage(cast))
    with cast.here.acting("dsl") as dsl:
        assert my_work(dsl).get().sentence == "Look at a record"
    with cast.here.acting("other_dsl") as other:
        assert not my_work(other).exists()


def test_oldest_due_comes_first_in_one_query(
    cast: Cast, record: Record, django_assert_num_queries: Any
) -> None:
    with cast.here.acting("teacher") as teacher:
        for number in (3, 1, 2):
            about = Record(record.authority_id, pk=f"a{number}")
            due = AT + timedelta(days=number)
            tasks.ask("tests.look", about=about, to=triage(cast), by=teacher, at=AT, due_at=due)
    with cast.here.acting("officer") as officer, django_assert_num_queries(1):
        shown = [(task.about_id, task.sentence, task.url) for task in my_work(officer)]
    assert [about for about, _sentence, _url in shown] == ["a1", "a2", "a3"]


def test_a_task_of_a_kind_that_nobody_declares_any_more_hides_no_other(cast: Cast, record: Record) -> None:
    """Otherwise the work list of everybody who sees it could not be shown."""
    other = Record(record.authority_id, pk="kept")
    with cast.here.acting("teacher") as teacher:
        tasks.ask("tests.look", about=record, to=triage(cast), by=teacher, at=AT)
        tasks.ask("tests.call", about=other, to=triage(cast), by=teacher, at=AT)
    del declared.KINDS["tests.look"]
    with cast.here.acting("officer") as officer:
        assert [task.about_id for task in my_work(officer)] == ["kept"]


def test_asking_twice_is_one_open_task(cast: Cast, record: Record) -> None:
    with cast.here.acting("teacher") as teacher:
        first = tasks.ask("tests.look", about=record, to=triage(cast), by=teacher, at=AT)
        assert tasks.ask("tests.look", about=record, to=triage(cast), by=teacher, at=AT).pk == first.pk
        assert tasks.done("tests.look", about=record, by=teacher, at=AT) == 1
        assert tasks.ask("tests.look", about=record, to=triage(cast), by=teacher, at=AT).pk != first.pk


def test_done_says_who_and_when_and_twice_changes_nothing(
    cast: Cast, record: Record, everything: Any
) -> None:
    with cast.here.acting("teacher") as teacher:
        tasks.ask("tests.look", about=record, to=triage(cast), by=teacher, at=AT)
    with cast.here.acting("officer") as officer:
        assert tasks.done("tests.look", about=record, by=officer, at=AT + timedelta(hours=1)) == 1
        assert tasks.done("tests.look", about=record, by=officer, at=AT + timedelta(hours=2)) == 0
        assert not my_work(officer).exists()
    with everything():
        task = Task.objects.get()
        assert (task.done_at, task.done_by) == (AT + timedelta(hours=1), officer.ledger_name)
        assert Change.objects.filter(relation="tasks_task", op="UPDATE").count() == 1


def test_whoever_takes_a_task_has_it_and_the_role_sees_that(
    cast: Cast, record: Record, everything: Any
) -> None:
    with cast.here.acting("teacher") as teacher:
        task = tasks.ask("tests.look", about=record, to=triage(cast), by=teacher, at=AT)
    with cast.here.acting("officer") as officer:
        tasks.take(task=task, by=officer, at=AT)
        assert my_work(officer).get().for_user_id == officer.user_id
    with cast.here.acting("second_officer") as second:
        assert not my_work(second).exists()
        assert Task.objects.visible_to(second).count() == 1
        with pytest.raises(NotNow):
            tasks.take(task=task, by=second, at=AT)
    with everything():
        assert Deed.objects.filter(deed="tasks.take").count() == 1


def test_who_does_not_hold_the_role_cannot_take_it(cast: Cast, record: Record) -> None:
    with cast.here.acting("teacher") as teacher:
        task = tasks.ask("tests.look", about=record, to=triage(cast), by=teacher, at=AT)
        with pytest.raises(NotAllowed):
            tasks.take(task=task, by=teacher, at=AT)


def test_work_of_somebody_who_leaves_goes_back_to_the_role(cast: Cast, record: Record) -> None:
    with cast.here.acting("lead") as lead:
        task = tasks.ask("tests.look", about=record, to=triage(cast), by=lead, at=AT)
    with cast.here.acting("officer") as officer:
        tasks.take(task=task, by=officer, at=AT)
    with cast.here.acting("administrator") as admin:
        user = cast.here.officer
        assert tasks.hand_back(user.pk, authority_id=cast.here.authority.pk, by=admin, at=AT) == 1
    with cast.here.acting("second_officer") as second:
        assert my_work(second).get().pk == task.pk
    with cast.here.acting("officer") as officer:
        assert my_work(officer).get().for_user_id is None, "it is anybody’s of the role again"


def test_disabled_or_without_a_role_nobody_keeps_work(cast: Cast, record: Record, everything: Any) -> None:
    """Both ways out: the account is closed, and the last role there ends."""
    leads = f"authority:{cast.here.authority.pk}:lead"
    with cast.here.acting("teacher") as teacher:
        with pytest.raises(ValueError, match="to whom it goes"):
            tasks.ask("tests.look", about=record, to=cast.here.dsl, by=teacher, at=AT)
        for who in ("dsl", "nurse"):
            tasks.ask(
                "tests.look", about=record, to=cast.here.user(who), by=teacher, at=AT, escalate_to=leads
            )
    cast.here.user("lead")
    with cast.here.acting("administrator") as admin:
        disable(user=cast.here.dsl, reason="Left the school.", by=admin)
        end_role(membership=Membership.objects.valid().get(user=cast.here.nurse), by=admin)
    with cast.here.acting("lead") as lead:
        assert my_work(lead).filter(for_user=None, for_grant=leads).count() == 1, (
            "two of one kind are one by now"
        )


def test_the_database_wants_somebody_for_each_task(cast: Cast, everything: Any) -> None:
    with everything(), pytest.raises(IntegrityError, match="task_for_somebody"), transaction.atomic():
        Task.objects.create(
            authority=cast.here.authority, grants=["x"], kind="tests.look", about_kind="t", about_id="1",
            reference="", asked_at=AT, due_at=AT,
        )  # fmt: skip


def test_holders_of_a_grant(cast: Cast) -> None:
    officer, lead = cast.here.officer, cast.here.lead
    assert cast.there.officer not in holders(triage(cast))
    assert {p.pk for p in holders(triage(cast))} == {officer.pk, lead.pk}
    assert [p.pk for p in holders(f"user:{officer.pk}")] == [officer.pk]
    assert holders("authority:0:triage") == []


def test_an_unknown_kind_is_a_fault(cast: Cast, record: Record) -> None:
    with cast.here.acting("teacher") as teacher, pytest.raises(ValueError, match="no part declares"):
        tasks.ask("tests.unknown", about=record, to="authority:1:triage", by=teacher)
