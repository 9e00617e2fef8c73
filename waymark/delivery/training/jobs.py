"""Jobs of the queue: reminders of sessions and of what people need, offers that ran out, kept places, the tally."""

from __future__ import annotations

from procrastinate.contrib.django import app as queue

from .actions import asking_councillors, asking_due, reminding, signing_in, tallying, waiting


@queue.periodic(cron="15 * * * *")
@queue.task(name="training.remind", queue="tasks", queueing_lock="training.remind", lock="training.remind")
def remind(timestamp: int) -> None:
    """Each hour: who has a place at a session that is soon. Each once, however late the job."""
    reminding.remind_everywhere()


@queue.periodic(cron="40 6 * * *")
@queue.task(
    name="training.tell-due", queue="tasks", queueing_lock="training.tell-due", lock="training.tell-due"
)
def tell_due(timestamp: int) -> None:
    """Each morning: who is due, and councillors without induction, where it says so. Safe to run twice."""
    asking_due.tell_everywhere()
    asking_councillors.tell_everywhere()


@queue.periodic(cron="*/10 * * * *")
@queue.task(name="training.offers", queue="tasks", queueing_lock="training.offers", lock="training.offers")
def end_offers(timestamp: int) -> None:
    """Every ten minutes: offers that have run out, kept places whose day has come. Who waits is asked, once."""
    waiting.everywhere()


@queue.periodic(cron="*/5 * * * *")
@queue.task(name="training.tally", queue="tasks", queueing_lock="training.tally", lock="training.tally")
def tally(timestamp: int) -> None:
    """Who is due is right without it, and slower: of people whose attendances changed these are read until then."""
    tallying.everywhere()


@queue.periodic(cron="35 4 * * *")
@queue.task(name="training.forget", queue="tasks", queueing_lock="training.forget", lock="training.forget")
def forget_typed_names(timestamp: int) -> None:
    """Each night: names that somebody typed by the code of a session, and nobody confirmed within two weeks."""
    signing_in.forget_everywhere()
