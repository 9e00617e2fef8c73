"""Needs and adjustments of the person, and the safeguarding duty towards children and adults at risk."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText


class Bearing(models.TextChoices):
    """The question put about every need: a need is not by itself a reason for concern."""

    EXPLAINS = "explains", _("It explains the concern")
    ADDS = "adds", _("It adds to the concern")
    SEPARATE = "separate", _("It is separate from the concern")


class Need(Protected):
    """Something the person needs, or an adjustment to make for them. No rule may read it."""

    referral = models.ForeignKey("referrals.Referral", on_delete=models.CASCADE, related_name="needs")
    words = SealedText(within="referral")
    bearing = models.CharField(max_length=10, choices=Bearing.choices)
    why = SealedText(within="referral")
    source = SealedText(within="referral")
    noted_on = models.DateField()
    # Nobody of triage when the referrer wrote it.
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)
    ended_because = SealedText(blank=True, default="", within="referral")

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return str(self.pk)


class Service(models.TextChoices):
    CHILDREN = "children", _("Children’s social care")
    ADULTS = "adults", _("Adults’ social care")


class Duty(Protected):
    """Was children’s or adults’ social care told? An answer is never changed: a newer one stands beside it."""

    referral = models.ForeignKey("referrals.Referral", on_delete=models.CASCADE, related_name="duties")
    service = models.CharField(max_length=10, choices=Service.choices)
    told_on = models.DateField(null=True, blank=True)
    told_by = models.CharField(max_length=200, blank=True, default="")
    their_reference = models.CharField(max_length=80, blank=True, default="")
    why_not = SealedText(blank=True, default="", within="referral")
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["answered_at"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(told_on__isnull=False, why_not="") & ~Q(told_by=""))
                | (Q(told_on__isnull=True) & ~Q(why_not="")),
                name="duty_told_or_why_not",
                violation_error_message=_("Say when they were told and by whom, or why they were not."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
