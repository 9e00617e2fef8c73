"""Jobs of the queue: the list of erasures, the looks of the virus checker, files that belong to nothing."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app as queue

from . import erasures
from .actions import checking
from .actions.adding import CHECK


@queue.task(name=CHECK, queue="vault")
def check_document(document_id: str, authority_id: int) -> None:
    """Has one document looked at; doing nothing when that is done, or nobody is there to look."""
    checking.check(UUID(document_id), authority_id)


@queue.periodic(cron="* * * * *")
@queue.task(name="vault.check_waiting", queue="vault", queueing_lock="vault.check_waiting")
def check_waiting(timestamp: int) -> None:
    """Each minute: documents that still wait, as after the virus checker was away."""
    checking.check_waiting()


@queue.periodic(cron="*/5 * * * *")
@queue.task(name="vault.list_erasures", queue="vault", queueing_lock="vault.list_erasures")
def list_erasures(timestamp: int) -> None:
    """Every five minutes: keys destroyed are written to the list that outlives an older backup."""
    erasures.export()


@queue.periodic(cron="50 3 * * *")
@queue.task(name="vault.sweep", queue="vault", queueing_lock="vault.sweep")
def sweep(timestamp: int) -> None:
    """Each night: sealed files that no document names, and those whose key is destroyed."""
    checking.sweep()
