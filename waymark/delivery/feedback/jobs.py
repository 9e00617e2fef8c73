"""Jobs of the queue: asking those who came."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from .actions import asking


@queue.periodic(cron="45 * * * *")
@queue.task(name="feedback.ask", queue="tasks", queueing_lock="feedback.ask", lock="feedback.ask")
def ask(timestamp: int) -> None:
    """Each hour: whoever came, once after the session, once some months later, however late the job."""
    asking.ask_everywhere()
