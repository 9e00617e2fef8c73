"""Jobs of the queue. Arguments are keys only; each job opens its own transactions and sets its own context."""

from __future__ import annotations

from uuid import UUID

from procrastinate import JobContext
from procrastinate.contrib.django import app as queue
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from .actions import sending, sweeping
from .actions.posting import SEND

# A worker beats every ten seconds; one silent this long is dead.
SILENT_SECONDS = 60
KEPT_HOURS = 30 * 24


@queue.task(name=SEND, queue="outbox")
def send_message(message_id: str, authority_id: int | None) -> None:
    """Sends one message; doing nothing when it is sent, taken, or not due."""
    sending.send(UUID(message_id), authority_id)


@queue.periodic(cron="* * * * *")
@queue.task(name="outbox.sweep", queue="outbox", queueing_lock="outbox.sweep")
def sweep(timestamp: int) -> None:
    """Each minute: interrupted messages, messages without a job, health."""
    sweeping.sweep()


@queue.periodic(cron="20 3 * * *")
@queue.task(name="outbox.forget", queue="outbox", queueing_lock="outbox.forget")
def forget(timestamp: int) -> None:
    """Each night: messages whose thirty days are over."""
    sweeping.forget()


@queue.periodic(cron="* * * * *")
@queue.task(name="outbox.recover", queue="outbox", queueing_lock="outbox.recover", pass_context=True)
async def recover(context: JobContext, timestamp: int) -> None:
    """Each minute: jobs of a worker that was killed go back to the queue. All jobs are written to bear that."""
    await recover_stalled(context.app)


@queue.periodic(cron="40 3 * * *")
@queue.task(name="outbox.tidy", queue="outbox", queueing_lock="outbox.tidy", pass_context=True)
async def tidy(context: JobContext, timestamp: int) -> None:
    """Each night: finished jobs older than thirty days (they hold keys only)."""
    await context.app.job_manager.delete_old_jobs(
        nb_hours=KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )


async def recover_stalled(app: object, silent_seconds: float = SILENT_SECONDS) -> int:
    """Puts the jobs of silent workers back and forgets those workers. How many jobs."""
    manager = app.job_manager  # type: ignore[attr-defined]
    stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=silent_seconds))
    for job in stalled:
        try:
            await manager.retry_job(job)
        except UniqueViolation:
            # Another job with the same lock waits already and will do the work.
            await manager.finish_job(job, status=Status.FAILED, delete_job=True)
    await manager.prune_stalled_workers(silent_seconds)
    return len(stalled)
