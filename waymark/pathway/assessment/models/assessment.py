"""One assessment by the police of one referral, and what de-confliction said at each time it was asked."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected, token
from waymark.pathway.assessment.states import ENDED, AssessmentState

A = AssessmentState
STATE_NAMES = {
    A.DECONFLICTION: _("Waiting for the result of de-confliction"),
    A.ASSESSING: _("Being assessed"),
    A.CLOSING: _("Waiting for a second person to approve"),
    A.HELD: _("Kept with the police"),
    A.REFERRED: _("Referred under section 36"),
    A.CLOSED: _("Closed"),
    A.GIVEN_BACK: _("Brought back to triage"),
}
# A reference and no more: letters, figures and the marks that stand in one. No room for a sentence.
REFERENCE = r"^[A-Za-z0-9][A-Za-z0-9/._-]{0,29}$"


class PoliceAssessment(Protected):
    """What the police do with a referral from the day it is sent to them. It carries what the referral carries."""

    referral = models.ForeignKey(
        "referrals.Referral", on_delete=models.CASCADE, related_name="police_assessments"
    )
    state = models.CharField(max_length=20, default=A.DECONFLICTION)
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # The decision in force: set when one is signed, emptied when the assessment is taken up again.
    decision = models.ForeignKey(
        "assessment.PoliceDecision", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    # What the police call it in the national record, the Prevent Case Management Tracker; no words fit in it.
    pcmt_reference = models.CharField(max_length=30, blank=True, default="")

    class Meta:
        ordering = ["started_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pcmt_reference="") | Q(pcmt_reference__regex=REFERENCE),
                name="pcmt_reference_only",
                violation_error_message=_("Give the reference only: letters and figures, no words about it."),
            ),
            models.UniqueConstraint(
                fields=["referral"],
                condition=Q(ended_at__isnull=True),
                name="police_assessment_one_open",
                violation_error_message=_("This referral is being assessed already."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=[A.DECONFLICTION, A.GIVEN_BACK]) | Q(lead__isnull=False),
                name="police_assessment_has_lead",
                violation_error_message=_("An assessment always has a lead professional."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(ENDED), ended_at__isnull=False)
                | (~Q(state__in=sorted(ENDED)) & Q(ended_at__isnull=True)),
                name="police_assessment_ends_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def tokens(self) -> list[str]:
        return [token(self.referral_id)]

    @property
    def state_name(self) -> str:
        return str(STATE_NAMES[A(self.state)])


class Result(models.TextChoices):
    CLEAR = "clear", _("Clear: safeguarding can go on")
    HELD = "held", _("Not now: the police have to act first")
    NOT_SUITABLE = "not_suitable", _("Not suitable for Channel")


class Deconfliction(Protected):
    """The result of de-confliction on one day. Signed; asked anew whenever the police learn something."""

    assessment = models.ForeignKey(PoliceAssessment, on_delete=models.CASCADE, related_name="deconflictions")
    result = models.CharField(max_length=15, choices=Result.choices)
    result_on = models.DateField()
    result_reference = models.CharField(max_length=30)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(result_reference__regex=REFERENCE),
                name="deconfliction_reference_only",
                violation_error_message=_("Give the reference only: letters and figures, no words about it."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
