from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel import clock
from waymark.foundation.tasks import declared


class Task(Protected):
    """Something asked of one person, or of whoever holds a grant until somebody takes it.

    `for_grant` stays when a person takes it: that is where it goes back to. `escalate_to` is the grant of whoever is
    told (and sees it) when it is overdue.
    """

    kind = models.CharField(max_length=80)
    about_kind = models.CharField(max_length=80)
    about_id = models.CharField(max_length=40)
    reference = models.CharField(max_length=20)
    for_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    for_grant = models.CharField(max_length=80, blank=True, default="")
    escalate_to = models.CharField(max_length=80, blank=True, default="")
    escalated_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(for_user__isnull=False) | ~Q(for_grant=""),
                name="task_for_somebody",
                violation_error_message=_("A task is for a person or for a role."),
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by="") | (Q(done_at__isnull=False) & ~Q(done_by="")),
                name="task_done_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["kind", "about_kind", "about_id", "for_user", "for_grant"],
                condition=Q(done_at__isnull=True),
                nulls_distinct=False,
                name="task_open_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["for_user", "due_at"], condition=Q(done_at__isnull=True), name="task_open_user"
            ),
            models.Index(
                fields=["for_grant", "due_at"], condition=Q(done_at__isnull=True), name="task_open_grant"
            ),
            # Without it the question for all three looks at every task of the country.
            models.Index(
                fields=["escalate_to", "due_at"],
                condition=Q(done_at__isnull=True, escalated_at__isnull=False),
                name="task_open_escalated",
            ),
            models.Index(fields=["about_kind", "about_id"], name="task_about"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def sentence(self) -> Any:
        """What is to be done, in words that name nobody."""
        return declared.find(self.kind).sentence

    @property
    def url(self) -> str:
        """The page where it is done."""
        return self._page(declared.find(self.kind).url_name)

    @property
    def late_url(self) -> str:
        """The page for whoever is told that it is late, and does not do it themselves."""
        kind = declared.find(self.kind)
        return self._page(kind.late_url_name or kind.url_name)

    def url_for(self, user_id: object, grants: Collection[str]) -> str:
        """The page for one of those who see it."""
        theirs = self.for_user_id == user_id or (self.for_user_id is None and self.for_grant in grants)
        return self.url if theirs else self.late_url

    def _page(self, url_name: str) -> str:
        takes = {"reference": [self.reference], "id": [self.about_id], "nothing": []}
        return reverse(url_name, args=takes[declared.find(self.kind).url_takes])


class ReminderKind(models.TextChoices):
    SOON = "soon", _("Due within a day")
    OVERDUE = "overdue", _("Overdue")
    ESCALATED = "escalated", _("Overdue, told to the lead")


class Reminder(models.Model):
    """A reminder that was given. The database holds each kind to once for a task, whatever the jobs do."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=10, choices=ReminderKind.choices)
    given_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "kind"], name="reminder_once")]
