"""Jobs of the queue: sealing, asking about and erasing what is due; closing accounts nobody uses."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from waymark.foundation.kernel import clock

from .actions import accounts, expiring, leftovers


@queue.periodic(cron="10 * * * *")
@queue.task(
    name="retention.expire", queue="retention", queueing_lock="retention.expire", lock="retention.expire"
)
def expire(timestamp: int) -> None:
    """Every hour (some periods are a day long). Safe to run any number of times."""
    expiring.expire_everywhere()


@queue.periodic(cron="50 3 * * *")
@queue.task(name="retention.accounts", queue="retention", queueing_lock="retention.accounts")
def close_unused_accounts(timestamp: int) -> None:
    """Each night: accounts that nobody has used."""
    accounts.close_unused(clock.now())


@queue.periodic(cron="55 3 * * *")
@queue.task(name="retention.leftovers", queue="retention", queueing_lock="retention.leftovers")
def clear_leftovers(timestamp: int) -> None:
    """Each night: what no record holds any more."""
    leftovers.clear(clock.now())
