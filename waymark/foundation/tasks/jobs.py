"""Jobs of the queue: reminders."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from .actions import reminding


@queue.periodic(cron="*/10 * * * *")
@queue.task(name="tasks.remind", queue="tasks", queueing_lock="tasks.remind", lock="tasks.remind")
def remind(timestamp: int) -> None:
    """Every ten minutes: what is due soon, overdue, or to be told to a lead. Each once, however late the job."""
    reminding.remind_everywhere()
