"""Jobs of the queue: the alarms of reviews."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from .actions import alarms


@queue.periodic(cron="15 6 * * *")
@queue.task(name="exits.alarms", queue="tasks", queueing_lock="exits.alarms", lock="exits.alarms")
def give_alarms(timestamp: int) -> None:
    """Each morning: reviews that come near, are due, or are late. Each alarm once, however late the job."""
    alarms.give_everywhere()
