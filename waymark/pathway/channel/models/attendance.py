"""What was corrected of who came to a meeting, after something had been decided there. Signed; never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.meetings.models import Came
from waymark.foundation.vault.fields import SealedText
from waymark.pathway.panel.models import Sector
from waymark.pathway.referrals.models import SHORTER_THAN_A_SENTENCE

from .decisions import PanelDecision

USER = settings.AUTH_USER_MODEL


class AttendanceCorrection(Protected):
    """One seat of one meeting, told to one decision that was made there: the decision stays, and this points at it.

    Each decision has its own, so that the file of one person is whole without that of another.
    """

    decision = models.ForeignKey(
        PanelDecision, on_delete=models.CASCADE, related_name="attendance_corrections"
    )
    seat = models.ForeignKey("panel.Seat", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    sector = models.CharField(max_length=20, choices=Sector.choices)
    # Empty: nothing had been marked.
    was = models.CharField(max_length=10, choices=Came.choices, blank=True, default="")
    was_person = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    became = models.CharField(max_length=10, choices=Came.choices)
    became_person = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    because = SealedText(within="decision.case.referral")
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(because__longer_than=SHORTER_THAN_A_SENTENCE),
                name="attendance_correction_says_why",
                violation_error_message=_("Give the reason in at least one whole sentence."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
