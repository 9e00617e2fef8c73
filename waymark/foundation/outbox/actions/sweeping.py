"""What the sweep does each minute and each night: nothing waits without a job, nothing stays past its day.

It acts with `system:*` alone, which shows messages and no envelope of an authority.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, Min, OuterRef, TextField, Value
from django.db.models.functions import Cast, Concat
from procrastinate.contrib.django.models import ProcrastinateJob

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.outbox.models import MailHealth, Message
from waymark.foundation.outbox.states import WAITING, State

from .posting import defer
from .sending import fail

# Longer than any honest attempt: connecting, greeting, sending and closing at EMAIL_TIMEOUT each.
TAKEN_TOO_LONG = timedelta(minutes=10)
LATE = timedelta(seconds=30)
BATCH = 500
INTERRUPTED = "Interrupted"
SWEEPER = "outbox-sweep"


def sweep() -> int:
    """Puts interrupted messages back, gives each waiting one a job, notes how mail does. The number of jobs made."""
    with acting(Actor.job(SWEEPER, everywhere=True)):
        now = clock.now()
        _put_back(now)
        made = sum(defer(message) for message in _without_job(now))
        _look(now)
    return made


def forget() -> int:
    """Deletes messages sent or given up thirty days ago. How many. Their envelopes went long before."""
    with acting(Actor.job(SWEEPER, everywhere=True)):
        over = Message.objects.filter(state__in=(State.SENT, State.GAVE_UP), keep_until__lte=clock.now())
        return over.delete()[0]


def _put_back(now: datetime) -> None:
    stuck = Message.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        state=State.SENDING, taken_at__lte=now - TAKEN_TOO_LONG
    )
    for message in stuck[:BATCH]:
        fail(message, INTERRUPTED, now)
        defer(message)


def _without_job(now: datetime) -> list[Message]:
    lock = Concat(Value("message:"), Cast(OuterRef("pk"), TextField()))
    waiting_job = ProcrastinateJob.objects.filter(queueing_lock=lock, status="todo")
    due = Message.objects.filter(state__in=(State.QUEUED, State.FAILED), next_try_at__lte=now - LATE)
    return list(due.exclude(Exists(waiting_job)).order_by("next_try_at")[:BATCH])


def _look(now: datetime) -> None:
    waiting = Message.objects.filter(state__in=WAITING)
    MailHealth.objects.update_or_create(
        pk=1,
        defaults={
            "worker_seen_at": now,
            "waiting": waiting.count(),
            "gave_up": Message.objects.filter(state=State.GAVE_UP).count(),
            "oldest_queued_at": waiting.aggregate(oldest=Min("queued_at"))["oldest"],
        },
    )
