"""Handing a referral to another lead professional: it is theirs once they accept, and not before."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected, token
from waymark.foundation.vault.fields import SealedText


class Unanswered(models.TextChoices):
    """Why an offer ended without its receiver’s own words. The code is stored; the reader’s language says it."""

    TAKEN_BACK = "taken-back", _("Taken back before it was answered.")
    ACCOUNT_STOPPED = "account-stopped", _("Their account was disabled.")
    LEAD_CHANGED = "lead-changed", _("The lead professional changed before it was answered.")


class Handover(Protected):
    """Offered by one, accepted or not by the other. The giver stays responsible until then."""

    referral = models.ForeignKey("referrals.Referral", on_delete=models.CASCADE, related_name="handovers")
    giver = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    receiver = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = SealedText(blank=True, default="", within="referral")
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    accepted = models.BooleanField(null=True, blank=True)
    answer = SealedText(blank=True, default="", within="referral")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["offered_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral"],
                condition=Q(answered_at__isnull=True),
                name="handover_one_open",
                violation_error_message=_("This referral is being handed over already."),
            ),
            models.CheckConstraint(
                condition=Q(accepted__isnull=True, answered_at__isnull=True)
                | Q(accepted__isnull=False, answered_at__isnull=False),
                name="handover_answer_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def tokens(self) -> list[str]:
        return [token(self.referral_id)]

    @property
    def answer_words(self) -> str:
        """What the receiver answered, or why nobody did."""
        return str(dict(Unanswered.choices).get(self.answer, self.answer))
