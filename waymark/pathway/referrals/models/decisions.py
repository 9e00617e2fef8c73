"""Decisions: signed, never changed. A correction is a new one that points back; an approval is another person’s."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText

# A reason is at least a sentence: five words. The database sees them sealed, and demands the length of the shortest.
SHORTER_THAN_A_SENTENCE = len("a b c d e") - 1


class Outcome(models.TextChoices):
    """Named as the moves of the state table that they make."""

    POLICE = "to-police", _("Send to police assessment")
    REDIRECT = "redirect", _("Redirect to another service")
    ADVICE = "advise", _("Close with advice")
    NO_FURTHER_ACTION = "close", _("No further action")
    MISTAKEN = "unfounded", _("Mistaken or unfounded")


class TakenTogether(Protected):
    """The answer to “taken together, what do these tell you?” about all referrals of the same person. Signed."""

    referral = models.ForeignKey(
        "referrals.Referral", on_delete=models.CASCADE, related_name="taken_together"
    )
    answer = SealedText(within="referral")
    covers = ArrayField(models.UUIDField())
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["answered_at"]
        constraints = [models.CheckConstraint(condition=~Q(answer=""), name="together_has_answer")]

    def __str__(self) -> str:
        return str(self.pk)


class Decision(Protected):
    """Who decided what, when and why. Signed by writing it; a trigger refuses every later change."""

    referral = models.ForeignKey("referrals.Referral", on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    options = SealedText(within="referral")
    reason = SealedText(within="referral")
    relied_on = SealedText(within="referral")
    dissent = SealedText(blank=True, default="", within="referral")
    note_code = models.CharField(max_length=40, blank=True, default="")
    note = SealedText(blank=True, default="", within="referral")
    withheld_because = SealedText(blank=True, default="", within="referral")
    needs_second = models.BooleanField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    class Meta:
        ordering = ["signed_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__longer_than=SHORTER_THAN_A_SENTENCE) & ~Q(options="") & ~Q(relied_on=""),
                name="decision_says_why",
                violation_error_message=_("Give the options, the reason and the information relied on."),
            ),
            models.CheckConstraint(
                condition=(~Q(note_code="") & Q(withheld_because=""))
                | (Q(note_code="") & ~Q(withheld_because="")),
                name="decision_tells_referrer",
                violation_error_message=_("Say what the referrer is told, or why nothing."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Approval(Protected):
    """The second person’s answer to a proposed closure. Signed; a trigger refuses the proposer’s own."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="approval")
    approved = models.BooleanField()
    reason = SealedText(within="decision.referral")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_as = models.CharField(max_length=200)
    approved_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="approval_has_reason")]

    def __str__(self) -> str:
        return str(self.pk)


class Resumption(Protected):
    """Why a referral came back to triage: from police assessment, or reopened after it was closed. Signed."""

    referral = models.ForeignKey("referrals.Referral", on_delete=models.CASCADE, related_name="resumptions")
    move = models.CharField(max_length=12)
    reason = SealedText(within="referral")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="resumption_has_reason")]

    def __str__(self) -> str:
        return str(self.pk)
