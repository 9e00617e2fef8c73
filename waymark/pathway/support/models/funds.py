"""Money asked for, for one action of a plan: of whom, how much, and what was decided. Nothing about the person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected

from .given import SupportAction

USER = settings.AUTH_USER_MODEL


class FundDecision(models.TextChoices):
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Taken back")


class FundRequest(Protected):
    """A request to the Intervention Support Fund or another; then its decision, once.

    It carries what the case does: whoever gives the support does not see it.
    """

    action = models.ForeignKey(SupportAction, on_delete=models.CASCADE, related_name="fund_requests")
    asked_of = models.CharField(max_length=200)
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    asked_on = models.DateField()
    # What the fund calls it.
    reference = models.CharField(max_length=60, blank=True, default="")
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    decision = models.CharField(max_length=10, choices=FundDecision.choices, blank=True, default="")
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True, default="")
    granted = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    decision_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decision_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_on", "recorded_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0) & ~Q(asked_of=""), name="support_fund_asked_whole"),
            models.CheckConstraint(
                condition=Q(
                    decision="", decided_on__isnull=True, decided_by="", decision_by__isnull=True,
                    decision_at__isnull=True,
                )
                | ~Q(decision="") & ~Q(decided_by="")
                & Q(decided_on__gte=F("asked_on"), decision_by__isnull=False, decision_at__isnull=False),
                name="support_fund_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(granted__isnull=True) & ~Q(decision=FundDecision.GRANTED)
                | Q(decision=FundDecision.GRANTED, granted__isnull=False, granted__gt=0, granted__lte=F("amount")),
                name="support_fund_granted",
                violation_error_message=_("Enter how much was granted: no more than was asked for."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)
