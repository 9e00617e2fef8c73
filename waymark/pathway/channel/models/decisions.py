"""What a panel decided of a case, at an item of a meeting: signed, never changed; corrected by a new entry."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText
from waymark.pathway.panel.models import Sector
from waymark.pathway.referrals.models import SHORTER_THAN_A_SENTENCE

from .cases import Case

USER = settings.AUTH_USER_MODEL


class Outcome(models.TextChoices):
    ADOPT = "adopt", _("Adopted")
    NOT_ADOPT = "not_adopt", _("Not adopted")
    DEFER = "defer", _("Deferred")
    KEEP_ON = "keep_on", _("Goes on as it is")
    CHANGE_PLAN = "change_plan", _("The plan is to be changed")
    PROPOSE_EXIT = "propose_exit", _("The end of support proposed")


class Method(models.TextChoices):
    """How it was decided: section 37(6)."""

    UNANIMOUS = "unanimous", _("All agreed")
    MAJORITY = "majority", _("By majority")
    CHAIR = "chair", _("By the chair, as there was no majority")


class CareWith(models.TextChoices):
    CHILDREN = "children", _("Children’s social care")
    ADULTS = "adults", _("Adults’ social care")
    MENTAL_HEALTH = "mental_health", _("Mental health")
    HEALTH = "health", _("Another health service")


class CareResult(models.TextChoices):
    """What came of considering health and social care, section 36(6)."""

    ACCEPTED = "accepted", _("Referred, and accepted")
    REFUSED = "refused", _("Referred, and not accepted")
    AWAITED = "awaited", _("Referred; the answer is awaited")
    NOT_REFERRED = "not_referred", _("Not referred, for the reason given")


class PanelDecision(Protected):
    """`decided_on` is the day of the meeting, `entered_at` when it was written here; both are shown."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="decisions")
    item = models.ForeignKey("panel.Item", on_delete=models.PROTECT, related_name="+")
    # Whoever reads a case may see nothing of the panel: what a reader needs of the meeting stands here.
    meeting_reference = models.CharField(max_length=20)
    # Did whoever made the section 36 referral take part? Said wherever the decision stands.
    referrer_there = models.BooleanField()
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    method = models.CharField(max_length=10, choices=Method.choices)
    reason = SealedText(within="case.referral")
    relied_on = SealedText(within="case.referral")
    # How many did not agree: their rows are written with this one, and none later.
    dissents_number = models.PositiveSmallIntegerField(default=0)
    # Not adopted: what was considered, with whom, and what came of it.
    care_considered = SealedText(blank=True, default="", within="case.referral")
    care_with = models.CharField(max_length=15, choices=CareWith.choices, blank=True, default="")
    care_result = models.CharField(max_length=15, choices=CareResult.choices, blank=True, default="")
    # Deferred: what is missing, who gets it, by when.
    missing = SealedText(blank=True, default="", within="case.referral")
    missing_from = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    missing_by = models.DateField(null=True, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    corrected_because = SealedText(blank=True, default="", within="case.referral")
    decided_on = models.DateField()
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["entered_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__longer_than=SHORTER_THAN_A_SENTENCE) & ~Q(relied_on=""),
                name="panel_decision_says_why",
                violation_error_message=_("Give the reason and the information relied on."),
            ),
            models.CheckConstraint(
                condition=(Q(method=Method.UNANIMOUS) & Q(dissents_number=0))
                | (~Q(method=Method.UNANIMOUS) & Q(dissents_number__gt=0)),
                name="panel_decision_names_dissent",
                violation_error_message=_("Say who did not agree, and why."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(outcome=Outcome.NOT_ADOPT)
                    & Q(care_considered__longer_than=SHORTER_THAN_A_SENTENCE)
                    & (
                        (Q(care_result=CareResult.NOT_REFERRED) & Q(care_with=""))
                        | (~Q(care_result__in=["", CareResult.NOT_REFERRED]) & ~Q(care_with=""))
                    )
                )
                | (~Q(outcome=Outcome.NOT_ADOPT) & Q(care_considered="", care_with="", care_result="")),
                name="panel_decision_considers_care",
                violation_error_message=_(
                    "Say what was considered of health and social care, and the result."
                ),
            ),
            models.CheckConstraint(
                condition=(
                    Q(outcome=Outcome.DEFER)
                    & ~Q(missing="")
                    & Q(missing_from__isnull=False, missing_by__isnull=False, missing_by__gte=F("decided_on"))
                )
                | (
                    ~Q(outcome=Outcome.DEFER)
                    & Q(missing="", missing_from__isnull=True, missing_by__isnull=True)
                ),
                name="panel_decision_says_what_is_missing",
                violation_error_message=_("Say what is missing, who gets it, and by when."),
            ),
            models.CheckConstraint(
                condition=(Q(corrects__isnull=True) & Q(corrected_because=""))
                | (Q(corrects__isnull=False) & ~Q(corrected_because="")),
                name="panel_decision_correction_says_why",
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(corrects__isnull=True), name="panel_decision_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Dissent(Protected):
    """A seat whose holder (or deputy) was there and did not agree, and why."""

    decision = models.ForeignKey(PanelDecision, on_delete=models.CASCADE, related_name="dissents")
    seat = models.ForeignKey("panel.Seat", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    sector = models.CharField(max_length=20, choices=Sector.choices)
    reason = SealedText(within="decision.case.referral")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "seat"], name="dissent_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="dissent_has_reason"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
