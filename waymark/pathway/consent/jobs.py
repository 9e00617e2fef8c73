"""Jobs of the queue: what comes near its day."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from .actions import watching


@queue.periodic(cron="1 * * * *")
@queue.task(name="consent.watch", queue="tasks", queueing_lock="consent.watch", lock="consent.watch")
def watch(timestamp: int) -> None:
    """Every hour, soon after midnight too: consent that has ended or ends soon, an 18th birthday, a reassessment.

    Safe to run any number of times.
    """
    watching.watch_everywhere()
