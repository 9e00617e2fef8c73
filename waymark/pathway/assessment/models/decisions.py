"""What came of a police assessment: signed, never changed; a closure is approved by another."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText
from waymark.pathway.referrals.models import SHORTER_THAN_A_SENTENCE


class PoliceOutcome(models.TextChoices):
    """Named as the moves of the state table that they make."""

    REFER = "refer", _("Refer to the Channel panel (section 36)")
    CLOSE = "close", _("Close: not for Channel")
    HOLD = "hold", _("Keep with the police, outside Channel")


class Body(models.TextChoices):
    """Who refers under section 36(2): the law allows either."""

    POLICE = "police", _("The chief officer of police")
    AUTHORITY = "authority", _("The local authority")


# The list of the authority.
CAUSES = "closure-causes"


class Cause(models.TextChoices):
    """Why a referral ends here. None of them says that an ideology is missing: that closes nothing."""

    NO_CAUSE = (
        "no_cause",
        _("No reason to believe that the person is susceptible to being drawn into terrorism"),
    )
    CONTEXT = "context", _("The context explains it")
    MISINFORMED = "misinformed", _("Misinformed, or misguided")
    MALICIOUS = "malicious", _("Malicious")
    NEED_ELSEWHERE = "need_elsewhere", _("The need is met elsewhere")
    OUTSIDE_AREA = "outside_area", _("The person lives in another area")
    NOT_FOUND = "not_found", _("The person was not found, or has died")


class PoliceDecision(Protected):
    """Who decided what, when and why. `decided_on` is the day of the decision, `signed_at` when it was written here."""

    assessment = models.ForeignKey(
        "assessment.PoliceAssessment", on_delete=models.CASCADE, related_name="decisions"
    )
    outcome = models.CharField(max_length=10, choices=PoliceOutcome.choices)
    grounds = SealedText(within="assessment.referral")
    relied_on = SealedText(within="assessment.referral")
    # What the council thinks of it, as it told the police.
    council_view = SealedText(blank=True, default="", within="assessment.referral")
    referred_by = models.CharField(max_length=10, choices=Body.choices, blank=True, default="")
    # Of the lists of the authority: CAUSES, and referrals.destinations.
    cause = models.CharField(max_length=20, blank=True, default="")
    destination = models.CharField(max_length=20, blank=True, default="")
    destination_words = SealedText(blank=True, default="", within="assessment.referral")
    # What the referrer is told of a closure, or why nothing.
    note = SealedText(blank=True, default="", within="assessment.referral")
    withheld_because = SealedText(blank=True, default="", within="assessment.referral")
    decided_on = models.DateField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(grounds__longer_than=SHORTER_THAN_A_SENTENCE) & ~Q(relied_on=""),
                name="police_decision_says_why",
                violation_error_message=_("Give the grounds and the information relied on."),
            ),
            models.CheckConstraint(
                condition=(Q(outcome="refer") & ~Q(referred_by=""))
                | (~Q(outcome="refer") & Q(referred_by="")),
                name="police_decision_names_referrer",
                violation_error_message=_("Say who refers: the police or the local authority."),
            ),
            models.CheckConstraint(
                condition=(Q(outcome="close") & ~Q(cause="") & ~Q(destination=""))
                | (~Q(outcome="close") & Q(cause="", destination="")),
                name="police_decision_says_where_to",
                violation_error_message=_("Give the reason for closing and where the person’s needs go."),
            ),
            models.CheckConstraint(
                condition=~Q(outcome="close")
                | (~Q(note="") & Q(withheld_because=""))
                | (Q(note="") & ~Q(withheld_because="")),
                name="police_decision_tells_referrer",
                violation_error_message=_("Say what the referrer is told, or why nothing."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ClosureApproval(Protected):
    """The second person’s answer to a proposed closure. Signed; a trigger refuses the proposer’s own."""

    decision = models.OneToOneField(PoliceDecision, on_delete=models.CASCADE, related_name="approval")
    approved = models.BooleanField()
    reason = SealedText(within="decision.assessment.referral")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="closure_approval_has_reason")]

    def __str__(self) -> str:
        return str(self.pk)
