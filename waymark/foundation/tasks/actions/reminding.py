"""Reminders: each kind once for a task. After a month without a worker each task gets one reminder, not thirty.

How a reminder reaches people is not known here (messages stand beside tasks): whoever stands above says it with
`remind_with`. Until then reminders are kept, and the work list shows what is overdue.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.queries import interested
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority
from waymark.foundation.tasks.declared import KINDS
from waymark.foundation.tasks.models import Reminder, ReminderKind, Task
from waymark.foundation.tasks.queries import holders

log = structlog.get_logger(__name__)
Remind = Callable[[Task, str, list[User]], None]
SOON = timedelta(days=1)
# A task that is short from the start needs no word that it is due soon.
LONG_ENOUGH = timedelta(days=2)


def _keep_quiet(task: Task, kind: str, people: list[User]) -> None:
    """No one has said how reminders reach people."""


_remind: list[Remind] = [_keep_quiet]


def remind_with(remind: Remind) -> None:
    """Let `remind(task, kind, people)` write the messages, in the reminder’s own transaction. For AppConfig.ready."""
    _remind[:] = [remind]


def remind_everywhere(now: datetime | None = None) -> int:
    """Gives every reminder that is due, one authority at a time. How many."""
    moment = now or clock.now()
    return sum(
        remind(authority_id, moment)
        for authority_id in Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True)
    )


def remind(authority_id: int, now: datetime) -> int:
    """Gives the reminders that are due in one authority. How many."""
    with acting(Actor.job("tasks", authority_id)):
        open_tasks = Task.objects.filter(
            authority_id=authority_id,
            done_at__isnull=True,
            kind__in=sorted(code for code, kind in KINDS.items() if kind.reminded),
        )
        overdue = open_tasks.filter(due_at__lte=now)
        soon = open_tasks.filter(
            due_at__gt=now, due_at__lte=now + SOON, due_at__gte=F("asked_at") + LONG_ENOUGH
        )
        given = sum(_give(task, ReminderKind.SOON, now) for task in _without(soon, ReminderKind.SOON))
        given += sum(
            _give(task, ReminderKind.OVERDUE, now) for task in _without(overdue, ReminderKind.OVERDUE)
        )
        told = overdue.exclude(escalate_to="")
        given += sum(
            _give(task, ReminderKind.ESCALATED, now) for task in _without(told, ReminderKind.ESCALATED)
        )
    return given


def _without(tasks: QuerySet[Task], kind: str) -> list[Task]:
    given = Reminder.objects.filter(task=OuterRef("pk"), kind=kind)
    return list(tasks.exclude(Exists(given)).order_by("due_at", "pk"))


def _give(task: Task, kind: str, now: datetime) -> bool:
    """One reminder, whole or not at all. A task that cannot be told of does not keep the others from it."""
    try:
        with transaction.atomic():
            return _given(task, kind, now)
    except Exception as problem:  # noqa: BLE001  (tried again at the next run)
        log.error("reminder not given", task=str(task.pk), kind=kind, problem=type(problem).__name__)
        return False


def _given(task: Task, kind: str, now: datetime) -> bool:
    # Two workers at the same task: the database lets one write the reminder, and only that one tells people.
    _, new = Reminder.objects.get_or_create(task=task, kind=kind, defaults={"given_at": now})
    if not new:
        return False
    if kind == ReminderKind.ESCALATED:
        _show_to_lead(task, now)
    _remind[0](task, kind, _people(task, kind))
    return True


def _show_to_lead(task: Task, now: datetime) -> None:
    task.escalated_at = now
    task.grants = [*task.grants, task.escalate_to]
    task.save_next("escalated_at", "grants")


def _people(task: Task, kind: str) -> list[User]:
    """Whoever it waits for, or whom it went up to; never who declared an interest in the record."""
    if kind == ReminderKind.ESCALATED:
        grant = task.escalate_to
    else:
        grant = f"user:{task.for_user_id}" if task.for_user_id else task.for_grant
    kept_out = interested(task.tokens)
    return [person for person in holders(grant) if person.pk not in kept_out]
