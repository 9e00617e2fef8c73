"""What the referrer may know of what became of their referral: dated, in plain codes, nothing of the case."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText


class Step(models.TextChoices):
    """The only things a referrer is told without somebody writing a note to them."""

    RECEIVED = "received", _("Received")
    LOOKING = "looking", _("Being looked at")
    ASKED = "asked", _("More information asked for")
    PASSED = "passed", _("Passed to the right service")
    FINISHED = "finished", _("Finished")


class Progress(Protected):
    """One step. `note` is the outcome note that the case owner chose to release. Never changed."""

    submission = models.ForeignKey("concerns.Submission", on_delete=models.CASCADE, related_name="progress")
    step = models.CharField(max_length=10, choices=Step.choices)
    note = SealedText(blank=True, default="", within="submission")
    happened_at = models.DateTimeField()

    class Meta:
        ordering = ["happened_at", "recorded_at"]
        verbose_name_plural = "progress"
        constraints = [
            models.UniqueConstraint(
                fields=["submission"], condition=Q(step=Step.RECEIVED), name="progress_received_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.pk}"
