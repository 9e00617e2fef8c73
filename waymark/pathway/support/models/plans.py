"""The support plan of a case, version by version, and the needs that it answers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText

USER = settings.AUTH_USER_MODEL
# What a plan must say before it is approved: Counter-Terrorism and Security Act 2015, section 36(5).
STATUTORY = ("consent_arrangements", "nature", "responsible", "delivery")
OF_REFERRAL = "case.referral"


class Plan(Protected):
    """One version. A draft is written by several people; approved, it is signed and never changed."""

    case = models.ForeignKey("channel.Case", on_delete=models.CASCADE, related_name="plans")
    number = models.PositiveSmallIntegerField()
    consent_arrangements = SealedText(blank=True, default="", within=OF_REFERRAL)
    nature = SealedText(blank=True, default="", within=OF_REFERRAL)
    responsible = SealedText(blank=True, default="", within=OF_REFERRAL)
    delivery = SealedText(blank=True, default="", within=OF_REFERRAL)
    # Of every version but the first.
    changed = SealedText(blank=True, default="", within=OF_REFERRAL)
    why = SealedText(blank=True, default="", within=OF_REFERRAL)
    begun_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    # The day of the panel that agreed it.
    panel_on = models.DateField(null=True, blank=True)
    approved_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_as = models.CharField(max_length=200, blank=True, default="")
    approved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="plan_number_once"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(approved_at__isnull=True), name="plan_one_draft"
            ),
            models.CheckConstraint(
                condition=~Q(consent_arrangements="", nature="", responsible="", delivery=""),
                name="plan_says_something",
                violation_error_message=_("Write in at least one of the boxes."),
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False, panel_on__isnull=False)
                & ~Q(consent_arrangements="")
                & ~Q(nature="")
                & ~Q(responsible="")
                & ~Q(delivery=""),
                name="plan_approved_whole",
                violation_error_message=_("A plan is approved when it says all that the law asks for."),
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | Q(number=1) | ~Q(changed="") & ~Q(why=""),
                name="plan_says_what_changed",
                violation_error_message=_("Say what changed in the plan, and why."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class NeedFrom(models.TextChoices):
    ASSESSMENT = "assessment", _("The assessment")
    TRIAGE = "triage", _("Triage")
    ADDED = "added", _("Added to the plan")


class PlanNeed(Protected):
    """Something that support should answer. It has an action, or a reason why there is none, or it is unaddressed.

    `source_id` names the written assessment (with `place`, the question) or the need of triage it was taken from.
    """

    case = models.ForeignKey("channel.Case", on_delete=models.CASCADE, related_name="support_needs")
    came_from = models.CharField(max_length=10, choices=NeedFrom.choices)
    source_id = models.UUIDField(null=True, blank=True)
    place = models.CharField(max_length=10, blank=True, default="")
    # The question of the framework; no word about the person.
    question = models.CharField(max_length=300, blank=True, default="")
    words = SealedText(within=OF_REFERRAL)
    noted_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    why_none = SealedText(blank=True, default="", within=OF_REFERRAL)
    explained_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    explained_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["noted_at", "place", "recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "source_id", "place"],
                condition=Q(source_id__isnull=False),
                name="plan_need_once",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="plan_need_worded"),
            models.CheckConstraint(
                condition=Q(why_none="", explained_by__isnull=True, explained_at__isnull=True)
                | Q(explained_by__isnull=False, explained_at__isnull=False) & ~Q(why_none=""),
                name="plan_need_reason_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
