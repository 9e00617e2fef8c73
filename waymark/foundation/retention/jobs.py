"""Jobs of the queue: erasing what is due."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from .actions import expiring


@queue.periodic(cron="10 * * * *")
@queue.task(
    name="retention.expire", queue="retention", queueing_lock="retention.expire", lock="retention.expire"
)
def expire(timestamp: int) -> None:
    """Every hour (some periods are a day long). Safe to run any number of times."""
    expiring.expire_everywhere()
