"""A case on its way to another authority: what the sender keeps, what the receiver gets. Neither sees the other’s."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedJSON, SealedText

USER = settings.AUTH_USER_MODEL
WITHIN = "case.referral"


class Transfer(Protected):
    """The sender’s record: to whom, why, and what is handed over. Signed; the sender answers until it is accepted."""

    case = models.ForeignKey("channel.Case", on_delete=models.CASCADE, related_name="transfers")
    to = models.ForeignKey("places.Authority", on_delete=models.PROTECT, related_name="+")
    # The receiver’s row: a key, as no row of one authority hangs on one of another.
    arrival_key = models.UUIDField(unique=True)
    reason = SealedText(within=WITHIN)
    assessment = SealedText(within=WITHIN)
    plan = SealedText(within=WITHIN)
    risk = SealedText(within=WITHIN)
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(assessment="") & ~Q(plan="") & ~Q(risk=""),
                name="transfer_is_whole",
                violation_error_message=_("Say why, and hand over assessment, plan and risk."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class TransferOutcome(models.TextChoices):
    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Returned")
    TAKEN_BACK = "taken_back", _("Taken back")


class TransferAnswer(Protected):
    """What came of it: accepted or returned by the receiver, or taken back by the sender. Signed; never changed."""

    transfer = models.OneToOneField(Transfer, on_delete=models.CASCADE, related_name="answer")
    outcome = models.CharField(max_length=10, choices=TransferOutcome.choices)
    reason = SealedText(blank=True, default="", within="transfer." + WITHIN)
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="accepted") | ~Q(reason=""),
                name="transfer_answer_says_why",
                violation_error_message=_("Say why."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Arrival(Protected):
    """The receiver’s record: what was handed over, sealed under a key of its own. It goes when it is not accepted,
    with the sender’s referral as long as nobody answers, and with the receiver’s own when it is (`case`)."""

    reference = models.CharField(max_length=20, unique=True)
    sender = models.ForeignKey("places.Authority", on_delete=models.PROTECT, related_name="+")
    transfer_key = models.UUIDField(unique=True)
    # {"person": {…}, "reason": …, "assessment": …, "plan": …, "risk": …}: see `actions.handing.packed`.
    handed = SealedJSON()
    sent_at = models.DateTimeField()
    case = models.OneToOneField(
        "channel.Case", on_delete=models.CASCADE, null=True, blank=True, related_name="arrival"
    )
    accepted_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["sent_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=True, accepted_by__isnull=True, accepted_at__isnull=True)
                | Q(case__isnull=False, accepted_by__isnull=False, accepted_at__isnull=False),
                name="arrival_is_accepted_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
