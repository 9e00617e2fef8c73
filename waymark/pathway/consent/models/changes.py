"""What becomes of a consent: somebody objects, that is resolved, or it is withdrawn. Signed, never changed."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText
from waymark.pathway.referrals.models import SHORTER_THAN_A_SENTENCE

from .answers import Consent, Method

USER = settings.AUTH_USER_MODEL


class Grounds(models.TextChoices):
    OTHER_PARENT = "other_parent", _("Another person with parental responsibility does not agree")
    SOURCE_OF_RISK = "source_of_risk", _("Whoever gave it may be a source of the risk")


class Objection(Protected):
    """Why a child’s consent does not stand for now, however it was given: until somebody resolves it."""

    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="objections")
    grounds = models.CharField(max_length=15, choices=Grounds.choices)
    # Who does not agree, and how they are related to the child.
    said_by = SealedText(blank=True, default="", within="consent.case.referral")
    said_on = models.DateField()
    words = SealedText(within="consent.case.referral")
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["said_on", "signed_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="") & (Q(grounds=Grounds.SOURCE_OF_RISK) | ~Q(said_by="")),
                name="objection_says_what",
                violation_error_message=_("Say who does not agree, and what they said."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Asked(models.TextChoices):
    """Whom whoever resolves it has asked before."""

    CHILDREN = "children", _("Children’s social care")
    LEGAL = "legal", _("The council’s legal advice")
    COURT = "court", _("The court")
    OTHER = "other", _("Somebody else, as said below")


class Resolution(Protected):
    """Whether the consent stands after all: with a reason, and who was asked."""

    objection = models.OneToOneField(Objection, on_delete=models.CASCADE, related_name="resolution")
    stands = models.BooleanField()
    asked = ArrayField(models.CharField(max_length=10))
    asked_words = SealedText(within="objection.consent.case.referral")
    reason = SealedText(within="objection.consent.case.referral")
    decided_on = models.DateField()
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__longer_than=SHORTER_THAN_A_SENTENCE)
                & Q(asked__len__gt=0, asked__contained_by=Asked.values) & ~Q(asked_words=""),
                name="resolution_says_why",
                violation_error_message=_("Give the reason, and who was asked."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)


class WithdrawnBy(models.TextChoices):
    PERSON = "person", _("The person")
    GIVER = "giver", _("Whoever gave it for them")


class Withdrawal(Protected):
    """Consent was taken back. Nothing is covered from that day on."""

    consent = models.OneToOneField(Consent, on_delete=models.CASCADE, related_name="withdrawal")
    withdrawn_on = models.DateField()
    withdrawn_by = models.CharField(max_length=10, choices=WithdrawnBy.choices)
    method = models.CharField(max_length=10, choices=Method.choices)
    words = SealedText(blank=True, default="", within="consent.case.referral")
    # What else was considered to keep the person safe.
    safeguarding = SealedText(within="consent.case.referral")
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(safeguarding=""),
                name="withdrawal_says_safeguarding",
                violation_error_message=_("Say what else keeps the person safe."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
