"""A job of the queue: what was typed into sessions that ended, and the sessions themselves, go when it is time."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from waymark.foundation.accounts.actions import tidying


@queue.periodic(cron="*/10 * * * *")
@queue.task(name="accounts.tidy", queue="accounts", queueing_lock="accounts.tidy")
def tidy(timestamp: int) -> None:
    """Every ten minutes. Safe to run any number of times."""
    tidying.tidy()
