from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText

from .asked import Request, staff


class Decision(models.TextChoices):
    GIVE = "give", _("Give all of it")
    PART = "part", _("Give it, with words taken out")
    WHOLE = "whole", _("Withhold all of it")


class Gathering(Protected):
    """Somebody had everything gathered that they may see about the person of a reference."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="gatherings")
    looked_for = models.CharField(max_length=20)
    asked_by = staff()
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    found = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return self.looked_for


class Item(Protected):
    """One row of some part, put into words when it was gathered. `marked` are those words with what is taken out in
    double square brackets. `others`: it may tell of somebody else. Shows to those who gathered it, and who release.
    """

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=80)
    source_id = models.UUIDField()
    record_id = models.UUIDField()
    on = models.DateField()
    words = SealedText(within="request")
    others = models.BooleanField()
    is_document = models.BooleanField(default=False)
    gathered_by = ArrayField(models.UUIDField())
    decision = models.CharField(max_length=5, choices=Decision.choices, blank=True, default="")
    marked = SealedText(blank=True, default="", within="request")
    exemption = models.CharField(max_length=40, blank=True, default="")
    reason = SealedText(blank=True, default="", within="request")
    decided_by = staff(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["on", "kind", "id"]
        constraints = [
            models.UniqueConstraint(fields=["request", "kind", "source_id"], name="own_data_item_once"),
            models.CheckConstraint(
                condition=Q(decision="", decided_by__isnull=True, exemption="", reason="", marked="")
                | Q(decision="give", decided_by__isnull=False, exemption="", marked="")
                | (Q(decision="whole", decided_by__isnull=False, marked="") & ~Q(exemption="") & ~Q(reason=""))
                | (
                    Q(decision="part", decided_by__isnull=False, is_document=False)
                    & ~Q(exemption="") & ~Q(reason="") & ~Q(marked="")
                ),
                name="own_data_decision_is_whole",
            ),
            # What tells of somebody else is given with a reason, or not at all.
            models.CheckConstraint(
                condition=Q(others=False) | ~Q(decision="give") | ~Q(reason=""),
                name="own_data_others_with_a_reason",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)
