"""Jobs of the queue: what has passed its day, each morning; links, once a week, where hosts are allowed."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from . import worklist
from .actions import checking


@queue.periodic(cron="45 6 * * *")
@queue.task(name="library.ask", queue="tasks", queueing_lock="library.ask", lock="library.ask")
def ask(timestamp: int) -> None:
    """Each morning: resources past their review, and what was expected and has not come. Safe to run twice."""
    worklist.ask_everywhere()


@queue.periodic(cron="20 5 * * 1")
@queue.task(
    name="library.check-links", queue="tasks", queueing_lock="library.check-links", lock="library.check-links"
)
def check_links(timestamp: int) -> None:
    """Each Monday: does each link still answer? Nothing is asked of a host that the settings do not name."""
    checking.everywhere()
