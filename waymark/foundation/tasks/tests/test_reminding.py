"""Reminders: each once, however often and however late the job runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.cast import Cast
from waymark.foundation import tasks
from waymark.foundation.tasks.actions.reminding import remind_everywhere
from waymark.foundation.tasks.models import Reminder, Task
from waymark.foundation.tasks.queries import my_work
from waymark.foundation.tasks.tests.conftest import Record

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
DUE = AT + timedelta(days=4)
Told = list[tuple[str, list[str]]]


@pytest.fixture
def task(cast: Cast, record: Record) -> Task:
    cast.here.officer, cast.here.lead
    with cast.here.acting("teacher") as teacher:
        return tasks.ask(
            "tests.look",
            about=record,
            to=cast.here.dsl,
            by=teacher,
            at=AT,
            due_at=DUE,
            escalate_to=f"authority:{cast.here.authority.pk}:lead",
        )


def test_soon_then_overdue_then_the_lead_each_once(cast: Cast, task: Task, told: Told) -> None:
    for hours in range(-60, 60, 3):
        remind_everywhere(DUE + timedelta(hours=hours))
    dsl, lead = cast.here.dsl.email, cast.here.lead.email
    assert told == [("soon", [dsl]), ("overdue", [dsl]), ("escalated", [lead])]


def test_nothing_before_the_last_day(task: Task, told: Told) -> None:
    assert remind_everywhere(DUE - timedelta(days=1, minutes=1)) == 0
    assert told == []


def test_a_worker_dead_for_thirty_days_makes_up_for_it_once(task: Task, told: Told) -> None:
    late = DUE + timedelta(days=30)
    assert remind_everywhere(late) == 2
    assert remind_everywhere(late) == 0
    assert remind_everywhere(late + timedelta(days=30)) == 0
    assert [kind for kind, _people in told] == ["overdue", "escalated"], "nothing is due soon any more"


def test_what_is_done_reminds_nobody(cast: Cast, record: Record, task: Task, told: Told) -> None:
    with cast.here.acting("dsl") as dsl:
        tasks.done("tests.look", about=record, by=dsl, at=AT)
    assert remind_everywhere(DUE + timedelta(days=1)) == 0


def test_an_overdue_task_shows_to_the_lead_once_it_escalated(cast: Cast, task: Task, told: Told) -> None:
    with cast.here.acting("lead") as lead:
        assert not my_work(lead).exists()
    remind_everywhere(DUE + timedelta(minutes=1))
    with cast.here.acting("lead") as lead:
        assert my_work(lead).get().pk == task.pk
    with cast.here.acting("officer") as officer:
        assert not my_work(officer).exists()
    with cast.here.acting("dsl") as dsl:
        assert my_work(dsl).get().pk == task.pk, "and it stays whose it was"


def test_a_task_of_a_role_reminds_all_who_hold_it(cast: Cast, record: Record, told: Told) -> None:
    people = {cast.here.officer.email, cast.here.second_officer.email}
    with cast.here.acting("teacher") as teacher:
        grant = f"authority:{cast.here.authority.pk}:triage"
        tasks.ask("tests.look", about=record, to=grant, by=teacher, at=AT, due_at=DUE)
    remind_everywhere(DUE)
    assert [(kind, set(who)) for kind, who in told] == [("overdue", people)]


def test_a_reminder_that_cannot_be_told_is_not_kept_and_holds_up_no_other(
    cast: Cast, record: Record, task: Task, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_for_one(about: Task, kind: str, people: list[Any]) -> None:
        if about.pk == task.pk:
            raise RuntimeError("canary in a message")
        told.append((str(kind), [person.email for person in people]))

    with cast.here.acting("teacher") as teacher:
        other = tasks.ask(
            "tests.call", about=record, to=cast.here.dsl, by=teacher, at=AT, due_at=DUE, for_grant="x"
        )
    monkeypatch.setattr("waymark.foundation.tasks.actions.reminding._remind", [fails_for_one])
    assert remind_everywhere(DUE) == 1
    assert told == [("overdue", [cast.here.dsl.email])]
    assert [reminder.task_id for reminder in Reminder.objects.all()] == [other.pk]


def test_the_database_holds_each_kind_to_once(task: Task, everything: Any) -> None:
    Reminder.objects.create(task=task, kind="overdue", given_at=DUE)
    with pytest.raises(IntegrityError, match="reminder_once"), transaction.atomic():
        Reminder.objects.create(task=task, kind="overdue", given_at=DUE)
