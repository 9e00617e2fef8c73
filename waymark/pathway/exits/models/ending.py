"""The end of support: what the lead professional reports, and what the chair signs."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText

USER = settings.AUTH_USER_MODEL
WITHIN = "case.referral"


# The list of the authority.
REASONS = "exit-reasons"


class Reason(models.TextChoices):
    """Why support ends. A transfer has a way of its own."""

    RISK_REDUCED = "risk_reduced", _("The risk is reduced")
    REFUSED = "refused", _("Consent was refused")
    WITHDRAWN = "withdrawn", _("Consent was withdrawn")
    DISENGAGED = "disengaged", _("The person no longer takes part")
    POLICE_LED = "police_led", _("The police lead now")
    CRIMINAL_JUSTICE = "criminal_justice", _("Arrested, charged or convicted")
    LEFT_UK = "left_uk", _("The person left the United Kingdom")
    OTHER_SERVICE = "other_service", _("Another service suits the person better")
    NO_RISK = "no_risk", _("No risk of radicalisation was found")
    DIED = "died", _("The person has died")


class ClosingReport(Protected):
    """What the lead professional writes before support ends. Signed; never changed.

    It rests on an assessment that is newer than the decision to adopt: one that the police wrote since (`assessment`),
    or what the lead writes here by a framework (`framework`, `changed`, `conclusion`).
    """

    case = models.ForeignKey("channel.Case", on_delete=models.CASCADE, related_name="closing_reports")
    assessment = models.ForeignKey(
        "assessment.WrittenAssessment", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    framework = models.ForeignKey(
        "assessment.Framework", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed = SealedText(blank=True, default="", within=WITHIN)
    conclusion = SealedText(blank=True, default="", within=WITHIN)
    # Of the lists of the authority: REASONS, and referrals.destinations.
    reason = models.CharField(max_length=20)
    outcomes = SealedText(within=WITHIN)
    outstanding = SealedText(within=WITHIN)
    destination = models.CharField(max_length=20)
    accepted = models.BooleanField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    written_as = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(assessment__isnull=False, framework__isnull=True, changed="", conclusion=""))
                | (Q(assessment__isnull=True, framework__isnull=False) & ~Q(changed="") & ~Q(conclusion="")),
                name="closing_report_rests_on_assessment",
                violation_error_message=_("Rest the report on an assessment, or write one by a framework."),
            ),
            models.CheckConstraint(
                condition=~Q(outcomes="") & ~Q(outstanding=""),
                name="closing_report_is_whole",
                violation_error_message=_("Say what came of the plan, and which needs are left."),
            ),
            models.CheckConstraint(
                condition=Q(destination="none", accepted__isnull=True, accepted_on__isnull=True)
                | (~Q(destination="none") & Q(accepted=True, accepted_on__isnull=False))
                | (~Q(destination="none") & Q(accepted=False, accepted_on__isnull=True)),
                name="closing_report_destination_answers",
                violation_error_message=_("Say whether they accepted, and when."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SignOff(Protected):
    """The chair’s answer to a closing report: signed, and so the end of support (`ended_on`), or not, and why."""

    report = models.OneToOneField(ClosingReport, on_delete=models.CASCADE, related_name="sign_off")
    signed = models.BooleanField()
    reason = SealedText(blank=True, default="", within="report." + WITHIN)
    ended_on = models.DateField(null=True, blank=True)
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed=True, ended_on__isnull=False)
                | (Q(signed=False, ended_on__isnull=True) & ~Q(reason="")),
                name="sign_off_is_whole",
                violation_error_message=_("Say why you do not sign."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
