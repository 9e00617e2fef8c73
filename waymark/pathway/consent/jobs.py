"""Jobs of the queue: what comes near its day."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from .actions import watching


@queue.periodic(cron="25 * * * *")
@queue.task(name="consent.watch", queue="tasks", queueing_lock="consent.watch", lock="consent.watch")
def watch(timestamp: int) -> None:
    """Every hour: consent that ends soon, an 18th birthday, a reassessment. Safe to run any number of times."""
    watching.watch_everywhere()
