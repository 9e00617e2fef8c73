from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.vault.fields import SealedText

# A reference and no more.
STACU = r"^[A-Za-z0-9][A-Za-z0-9/._-]{0,29}$"


def staff(**options: Any) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options)


class About(models.TextChoices):
    REFERRAL = "referral", _("How a referral was handled")
    PANEL = "panel", _("How the panel works")
    SUPPORT = "support", _("Support that was given, or was not")
    TRAINING = "training", _("Training, an event or a project")
    STAFF = "staff", _("How somebody behaved")
    DATA = "data", _("How personal data was used")


class Outcome(models.TextChoices):
    UPHELD = "upheld", _("Upheld")
    PARTLY = "partly", _("Upheld in part")
    NOT_UPHELD = "not_upheld", _("Not upheld")
    WITHDRAWN = "withdrawn", _("Taken back")


class Complaint(Protected):
    """One complaint. It is open until it has an outcome; what StaCU says may come later, and is written beside it.

    `record_reference` names a referral, person or case; it shows to those who may see that record, and to nobody else.
    """

    reference = models.CharField(max_length=20, unique=True, default=partial(new_reference, Letter.COMPLAINT))
    about = models.CharField(max_length=10, choices=About.choices)
    words = SealedText()
    complainant = SealedText(blank=True, default="")
    record_reference = models.CharField(max_length=20, blank=True, default="")
    received_on = models.DateField()
    due_on = models.DateField()
    due_by = models.CharField(max_length=400)
    owner = staff()
    recorded_by = staff()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default="")
    answer = SealedText(blank=True, default="")
    learnt = SealedText(blank=True, default="")
    answered_on = models.DateField(null=True, blank=True)
    answered_by = staff(null=True, blank=True)
    stacu_reference = models.CharField(max_length=30, blank=True, default="")
    stacu_outcome = SealedText(blank=True, default="")

    class Meta:
        ordering = ["-received_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", answer="", answered_on__isnull=True, answered_by__isnull=True)
                | (~Q(outcome="") & ~Q(answer="") & Q(answered_on__isnull=False, answered_by__isnull=False)),
                name="complaint_answered_whole",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="complaint_says_what"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=models.F("received_on")),
                name="complaint_answered_after",
            ),
            models.CheckConstraint(
                condition=Q(stacu_reference="") | Q(stacu_reference__regex=STACU),
                name="stacu_reference_only",
                violation_error_message=_("Give the reference only: letters and figures, no words about it."),
            ),
            models.CheckConstraint(
                condition=Q(stacu_outcome="") | ~Q(stacu_reference=""), name="stacu_outcome_has_reference"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
