"""Reminders of work, as messages. Tasks and messages stand side by side and do not know each other: they meet here."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.accounts.models import User
from waymark.foundation.outbox import Template
from waymark.foundation.tasks.actions.reminding import remind_with
from waymark.foundation.tasks.models import ReminderKind, Task


def declare() -> None:
    """Declares the messages, and that reminders go out with them. For AppConfig.ready."""
    outbox.declare(
        Template(
            "tasks.soon",
            _("A task of yours is due soon"),
            _("A task of yours is due within a day.\n\nSign in to do it:\n{link}\n\n{council}"),
        ),
        Template(
            "tasks.overdue",
            _("A task of yours is overdue"),
            _("A task of yours should have been done by now.\n\nSign in to do it:\n{link}\n\n{council}"),
        ),
        Template(
            "tasks.escalated",
            _("A task of a colleague is overdue"),
            _(
                "A task of a colleague is overdue, and you lead the work.\n\nSign in to see it:\n{link}\n\n{council}"
            ),
        ),
    )
    remind_with(remind)


def remind(task: Task, kind: str, people: list[User]) -> None:
    """One message to each, in the transaction of the reminder; the same key is never sent twice."""
    for person in people:
        outbox.post(
            f"tasks.{kind}",
            to=person,
            key=f"task:{task.pk}:{kind}:{person.pk}",
            authority_id=task.authority_id,
            link=task.late_url if kind == ReminderKind.ESCALATED else task.url,
        )
