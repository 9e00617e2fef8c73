"""Has the person been told that they were referred? Asked of every referral; “not yet” runs out."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText

LONGEST_SILENCE = timedelta(days=90)


class Hearer(models.TextChoices):
    PERSON = "person", _("The person")
    PARENT = "parent", _("A parent or guardian")


class Told(Protected):
    """One answer: told on a day by somebody, or not yet, because, and decided again by a day. Never changed.

    Without `answered_by` it is what the referrer said on the form.
    """

    referral = models.ForeignKey("referrals.Referral", on_delete=models.CASCADE, related_name="told")
    hearer = models.CharField(max_length=10, choices=Hearer.choices, default=Hearer.PERSON)
    told_on = models.DateField(null=True, blank=True)
    told_by = models.CharField(max_length=200, blank=True, default="")
    response = SealedText(blank=True, default="", within="referral")
    not_yet_because = SealedText(blank=True, default="", within="referral")
    decide_again_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_on = models.DateField()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(told_on__isnull=False, not_yet_because="", decide_again_on__isnull=True)
                    & ~Q(told_by="")
                )
                | (Q(told_on__isnull=True, decide_again_on__isnull=False) & ~Q(not_yet_because="")),
                name="told_or_not_yet",
                violation_error_message=_("Say when and by whom they were told, or why not yet."),
            ),
            models.CheckConstraint(
                condition=Q(decide_again_on__isnull=True)
                | Q(decide_again_on__lte=F("answered_on") + LONGEST_SILENCE),
                name="told_silence_runs_out",
                violation_error_message=_("Decide again within 90 days."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
