"""Reads of the outbox: what waits, and how mail does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.outbox.models import MailHealth, Message
from waymark.foundation.outbox.states import State

WORKER_SILENT = timedelta(minutes=5)


@dataclass(frozen=True)
class Health:
    """`mail`: working, down or unknown. `worker`: working, silent or unknown."""

    mail: str
    worker: str
    worker_seen_at: datetime | None
    last_sent_at: datetime | None
    last_failed_at: datetime | None
    last_error: str
    waiting: int
    gave_up: int
    oldest_queued_at: datetime | None

    @property
    def is_well(self) -> bool:
        return self.mail != "down" and self.worker != "silent"


def health() -> Health:
    """How mail and the worker do, over the whole service. One query; needs no context."""
    row = MailHealth.objects.filter(pk=1).first() or MailHealth()
    return Health(
        mail=_mail(row),
        worker=_worker(row),
        worker_seen_at=row.worker_seen_at,
        last_sent_at=row.last_sent_at,
        last_failed_at=row.last_failed_at,
        last_error=row.last_error,
        waiting=row.waiting,
        gave_up=row.gave_up,
        oldest_queued_at=row.oldest_queued_at,
    )


def waiting(actor: Actor) -> QuerySet[Message]:
    """Messages not sent that the actor may see, those given up first, then the oldest."""
    return (
        Message.objects.visible_to(actor).exclude(state=State.SENT).order_by("gave_up_at", "queued_at", "pk")
    )


def _mail(row: MailHealth) -> str:
    if row.last_failed_at and (row.last_sent_at is None or row.last_failed_at > row.last_sent_at):
        return "down"
    return "working" if row.last_sent_at else "unknown"


def _worker(row: MailHealth) -> str:
    if row.worker_seen_at is None:
        return "unknown"
    return "working" if row.worker_seen_at > clock.now() - WORKER_SILENT else "silent"
