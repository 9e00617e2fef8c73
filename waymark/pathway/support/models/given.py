"""Actions of a support plan: one person of one organisation each, who sees this and nothing else of the case."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText
from waymark.pathway.consent.kinds import SupportKind
from waymark.pathway.support.states import ActionState

USER = settings.AUTH_USER_MODEL
A = ActionState
STATE_NAMES = {
    A.ASKED: _("Waiting for an answer"),
    A.ACCEPTED: _("Taken on, not begun"),
    A.DECLINED: _("Not taken on"),
    A.UNDER_WAY: _("Under way"),
    A.STOPPED: _("Stopped"),
    A.DONE: _("Done"),
    A.CANCELLED: _("Taken out of the plan"),
}


class StoppedBy(models.TextChoices):
    CONSENT = "consent", _("No consent covers it any more")
    CASE = "case", _("The case is paused, or its support has ended")


class SupportAction(Protected):
    """What one person of one organisation is asked to do for somebody. What they were asked never changes.

    It has a key of its own, so that whoever does it reads it without the key of the case.
    """

    reference = models.CharField(max_length=20, unique=True)
    # The draft with which it came: nothing starts before that version is approved.
    plan = models.ForeignKey("support.Plan", on_delete=models.CASCADE, related_name="actions")
    kind = models.CharField(max_length=20, choices=SupportKind.choices)
    task = SealedText()
    # Keys of the needs that it answers.
    needs = ArrayField(models.UUIDField(), default=list, blank=True)
    person = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer_due_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=12, default=A.ASKED)
    answered_at = models.DateTimeField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    stopped_by = models.CharField(max_length=10, choices=StoppedBy.choices, blank=True, default="")
    stopped_at = models.DateTimeField(null=True, blank=True)
    # Why it was not taken on, given back, or taken out of the plan.
    because = SealedText(blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(task=""), name="support_action_says_what"),
            models.CheckConstraint(
                condition=~Q(state__in=[A.DECLINED, A.CANCELLED]) | ~Q(because=""),
                name="support_action_says_why_not",
                violation_error_message=_("Say why not."),
            ),
            models.CheckConstraint(
                condition=~Q(state=A.UNDER_WAY) | Q(started_on__isnull=False),
                name="support_action_began",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def state_name(self) -> str:
        return str(STATE_NAMES[A(self.state)])


class Update(Protected):
    """What was said of how an action goes. Signed; never changed."""

    action = models.ForeignKey(SupportAction, on_delete=models.CASCADE, related_name="updates")
    words = SealedText(within="action")
    written_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at", "recorded_at"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="support_update_worded")]

    def __str__(self) -> str:
        return str(self.pk)
