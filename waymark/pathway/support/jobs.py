"""Jobs of support."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from .actions import stopping


@queue.periodic(cron="2-59/10 * * * *")
@queue.task(name="support.look", queue="tasks", queueing_lock="support.look", lock="support.look")
def look(timestamp: int) -> None:
    """Every ten minutes: what may not go on is stopped, and gaps become tasks. Safe to run any number of times."""
    stopping.look_everywhere()
