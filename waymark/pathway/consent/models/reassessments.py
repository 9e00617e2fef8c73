"""The day on which the panel looks again at somebody without consent: section 36(4)(e). Signed, never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText
from waymark.pathway.referrals.models import SHORTER_THAN_A_SENTENCE

USER = settings.AUTH_USER_MODEL


class Cause(models.TextChoices):
    REFUSED = "refused", _("Consent was refused or not obtained")
    WITHDRAWN = "withdrawn", _("Consent was withdrawn")
    AGAIN = "again", _("A reassessment set a new day")


class Reassessment(Protected):
    """A day that was set. It stays until something came of it; the newest without an outcome is the one that waits."""

    case = models.ForeignKey("channel.Case", on_delete=models.CASCADE, related_name="reassessments")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    due_on = models.DateField()
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at", "recorded_at"]

    def __str__(self) -> str:
        return str(self.pk)


class Outcome(models.TextChoices):
    PLAN = "plan", _("A further plan: consent is asked again")
    EXIT = "exit", _("The panel is for ending its work with the person")
    NEW_DAY = "new_day", _("A new day for the next reassessment")
    OVERTAKEN = "overtaken", _("Overtaken: consent was given, or the case went on another way")


class Reassessed(Protected):
    """What came of it, and why."""

    reassessment = models.OneToOneField(Reassessment, on_delete=models.CASCADE, related_name="outcome")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    on = models.DateField()
    reason = SealedText(blank=True, default="", within="reassessment.case.referral")
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome=Outcome.OVERTAKEN) | Q(reason__longer_than=SHORTER_THAN_A_SENTENCE),
                name="reassessed_says_why",
                violation_error_message=_("Give the reason in at least one whole sentence."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
