"""What a provider was told, which sessions were planned and held, which reports came. Facts, each by who says so."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText
from waymark.pathway.support.states import SessionState

from .given import SupportAction

USER = settings.AUTH_USER_MODEL
S = SessionState
SESSION_NAMES = {S.PLANNED: _("Planned"), S.HELD: _("Held"), S.NOT_HELD: _("Not held")}


class Briefing(Protected):
    """The written briefing of whoever gives the support, and for how many sessions. They confirm that they read it.

    Before it is sent somebody checks that they are approved for it. A later one stands beside it and counts instead.
    """

    action = models.ForeignKey(SupportAction, on_delete=models.CASCADE, related_name="briefings")
    checked_on = models.DateField()
    checked_by = models.CharField(max_length=200)
    words = SealedText(within="action")
    sessions = models.PositiveSmallIntegerField()
    sent_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    read_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["sent_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(checked_by="") & Q(sessions__gte=1), name="support_briefing_whole"
            ),
            models.CheckConstraint(
                condition=Q(read_by__isnull=True, read_at__isnull=True)
                | Q(read_by__isnull=False, read_at__isnull=False),
                name="support_briefing_read_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Mode(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    VIDEO = "video", _("By video")
    TELEPHONE = "telephone", _("By telephone")


class Session(Protected):
    """One session: planned for a day; then held, or not held and why. What has been said of it stays."""

    action = models.ForeignKey(SupportAction, on_delete=models.CASCADE, related_name="sessions")
    planned_on = models.DateField()
    planned_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default=S.PLANNED)
    held_on = models.DateField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    mode = models.CharField(max_length=10, choices=Mode.choices, blank=True, default="")
    reason = SealedText(blank=True, default="", within="action")
    reported_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reported_at = models.DateTimeField(null=True, blank=True)
    # Did consent cover it on the day it was held? The database says so when it is reported.
    covered = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["planned_on", "recorded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=S.PLANNED, reported_by__isnull=True)
                | Q(state=S.HELD, held_on__isnull=False, minutes__gte=1, reported_by__isnull=False)
                & ~Q(mode="")
                | Q(state=S.NOT_HELD, held_on__isnull=True, reported_by__isnull=False) & ~Q(reason=""),
                name="support_session_whole",
                violation_error_message=_("Say when, how long and how it was held, or why it was not."),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def state_name(self) -> str:
        return str(SESSION_NAMES[S(self.state)])


class Report(Protected):
    """A report that is asked for by a day, that comes or does not, and that the panel sees."""

    action = models.ForeignKey(SupportAction, on_delete=models.CASCADE, related_name="reports")
    due_on = models.DateField()
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    words = SealedText(blank=True, default="", within="action")
    written_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    received_at = models.DateTimeField(null=True, blank=True)
    # The day on which the panel saw it.
    seen_on = models.DateField(null=True, blank=True)
    seen_said_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["due_on", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(received_at__isnull=True, written_by__isnull=True, words="", seen_on__isnull=True)
                | Q(received_at__isnull=False, written_by__isnull=False) & ~Q(words=""),
                name="support_report_whole",
            ),
            models.CheckConstraint(
                condition=Q(seen_on__isnull=True, seen_said_by__isnull=True)
                | Q(seen_on__isnull=False, seen_said_by__isnull=False),
                name="support_report_seen_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
