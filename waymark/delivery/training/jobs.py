"""Jobs of the queue: reminders of sessions."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from .actions import reminding


@queue.periodic(cron="15 * * * *")
@queue.task(name="training.remind", queue="tasks", queueing_lock="training.remind", lock="training.remind")
def remind(timestamp: int) -> None:
    """Each hour: who has a place at a session that is soon. Each once, however late the job."""
    reminding.remind_everywhere()
