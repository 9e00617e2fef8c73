"""Jobs of the queue: the tally is brought up to date."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from waymark.delivery.training.actions import tallying


@queue.periodic(cron="*/5 * * * *")
@queue.task(name="reach.tally", queue="tasks", queueing_lock="reach.tally", lock="reach.tally")
def tally(timestamp: int) -> None:
    """Figures are right without it, and slower: what was touched is counted from the attendances until then."""
    tallying.everywhere("reach")
