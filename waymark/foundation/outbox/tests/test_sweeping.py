"""Nothing waits without a job, nothing stays past its day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from asgiref.sync import async_to_sync
from django.core import mail as django_mail
from django.db import connection
from procrastinate.contrib.django import app as queue
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import Cast
from waymark.foundation import outbox
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.outbox import jobs
from waymark.foundation.outbox.actions import sending, sweeping
from waymark.foundation.outbox.models import Envelope, Message
from waymark.foundation.outbox.queries import health


@pytest.fixture
def message(cast: Cast) -> Message:
    with cast.here.acting("teacher"):
        return outbox.post(
            "tests.plain",
            to=cast.here.dsl,
            link="/x/",
            reference=new_reference(Letter.REFERRAL),
            key="k1",
            authority_id=cast.here.authority.pk,
        )


def state(message: Message, everything: Any) -> str:
    with everything():
        return Message.objects.get(pk=message.pk).state


def test_killed_in_the_middle_the_message_is_put_back_and_sent(message: Message, everything: Any) -> None:
    # As a worker killed between taking and settling leaves it, its job with it.
    assert sending._take(message.pk, message.authority_id) is not None
    with everything():
        _forget_jobs()
    assert state(message, everything) == "sending"
    sweeping.sweep()
    assert state(message, everything) == "sending", "it may still be at work"
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=False):
        sweeping.sweep()
        assert state(message, everything) == "failed"
        assert ProcrastinateJob.objects.filter(queueing_lock=message.lock_name, status="todo").count() == 1
        assert sending.send(message.pk, message.authority_id)
    assert state(message, everything) == "sent" and len(django_mail.outbox) == 1


def test_a_message_without_a_job_gets_one_and_only_one(message: Message, everything: Any) -> None:
    with everything():
        _forget_jobs()
    with time_machine.travel(message.queued_at + timedelta(minutes=1), tick=False):
        assert sweeping.sweep() == 1
        assert sweeping.sweep() == 0
    assert ProcrastinateJob.objects.filter(queueing_lock=message.lock_name).count() == 1


def test_the_sweep_opens_no_envelope(message: Message) -> None:
    with acting(Actor.job(sweeping.SWEEPER, everywhere=True)):
        assert Message.objects.count() == 1 and not Envelope.objects.exists()


def test_a_sent_message_goes_on_the_thirtieth_day_and_not_before(message: Message, everything: Any) -> None:
    assert sending.send(message.pk, message.authority_id)
    with everything():
        sent_at = Message.objects.get().sent_at
    with time_machine.travel(sent_at + timedelta(days=29, hours=23), tick=False):
        assert sweeping.forget() == 0
    with time_machine.travel(sent_at + timedelta(days=30), tick=False):
        assert sweeping.forget() == 1
        assert sweeping.forget() == 0
    with everything():
        assert not Message.objects.exists()


def test_a_message_that_waits_is_never_forgotten(message: Message, everything: Any) -> None:
    with time_machine.travel(message.queued_at + timedelta(days=60), tick=False):
        assert sweeping.forget() == 0


def test_health_says_when_the_worker_is_silent(message: Message) -> None:
    assert health().worker == "unknown"
    sweeping.sweep()
    found = health()
    assert (found.worker, found.waiting, found.gave_up) == ("working", 1, 0)
    with time_machine.travel(clock.now() + timedelta(minutes=6), tick=False):
        assert health().worker == "silent" and not health().is_well


@pytest.fixture
def no_jobs(everything: Any) -> None:
    """The queue’s tables are not Django’s to empty after a test with real transactions."""
    with everything():
        _forget_jobs()


@pytest.mark.django_db(transaction=True)
def test_a_job_of_a_killed_worker_goes_back_to_the_queue(everything: Any, no_jobs: None) -> None:
    job_id = queue.configure_task("outbox.sweep", queueing_lock="tests").defer(timestamp=0)
    with everything():
        _doing(job_id)
    recovered = async_to_sync(jobs.recover_stalled)(queue, 30)
    assert recovered == 1
    job = ProcrastinateJob.objects.get(pk=job_id)
    assert (job.status, job.worker_id) == ("todo", None)


@pytest.mark.django_db(transaction=True)
def test_a_stalled_job_whose_work_waits_already_is_dropped(everything: Any, no_jobs: None) -> None:
    job_id = queue.configure_task("outbox.sweep", queueing_lock="tests").defer(timestamp=0)
    with everything():
        _doing(job_id)
    second = queue.configure_task("outbox.sweep", queueing_lock="tests").defer(timestamp=0)
    async_to_sync(jobs.recover_stalled)(queue, 30)
    assert list(ProcrastinateJob.objects.values_list("pk", flat=True)) == [second]


def _forget_jobs() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def _doing(job_id: int) -> None:
    """As a killed worker leaves it: taken, and no heartbeat for an hour."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        )
        worker = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = %s", [worker, job_id]
        )
