"""Jobs of the queue: the list of erasures."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from . import erasures


@queue.periodic(cron="*/5 * * * *")
@queue.task(name="vault.list_erasures", queue="vault", queueing_lock="vault.list_erasures")
def list_erasures(timestamp: int) -> None:
    """Every five minutes: keys destroyed are written to the list that outlives an older backup."""
    erasures.export()
