"""A professional asks for advice. Nobody is named unless they tick that they must, and say why."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.vault.fields import SealedText

from .authored import Authored


class Enquiry(Authored):
    """A question and its answer. It is not a referral, and no record about a person is made from it."""

    reference = models.CharField(max_length=20, unique=True)
    question = SealedText()
    names_someone = models.BooleanField(default=False)
    name = SealedText(blank=True, default="")
    named_because = SealedText(blank=True, default="")
    asked_at = models.DateTimeField()
    answer = SealedText(blank=True, default="")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    expires_on = models.DateField()

    class Meta(Authored.Meta):
        verbose_name_plural = "enquiries"
        ordering = ["asked_at"]
        indexes = [
            models.Index(fields=["authority", "answered_at", "asked_at", "id"], name="enquiry_waiting")
        ]
        constraints = [
            *Authored.Meta.constraints,
            models.CheckConstraint(
                condition=(Q(names_someone=True) & ~Q(name="") & ~Q(named_because=""))
                | Q(names_someone=False, name="", named_because=""),
                name="enquiry_named_with_reason",
                violation_error_message=_("Give the name and say why it is needed, or leave both out."),
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (Q(answered_by__isnull=False, answered_at__isnull=False) & ~Q(answer="")),
                name="enquiry_answer_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None
