"""What was said of one item: kept apart for each person, written anew to be changed, signed by whoever chaired it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedJSON, SealedText

from .agenda import Item

USER = settings.AUTH_USER_MODEL


class Minute(Protected):
    """The minutes of one item. Never changed: a newer entry points back at the one it replaces.

    `there`: lines of who came for which agency, apologies, deputies, who stayed out, as they stood when it was written.
    `shared`: organisation (name) → what it shared; its key stands in `nil_returns` where it came and shared nothing.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="minutes")
    there = SealedText(within="item")
    shared = SealedJSON(blank=True, default=dict, within="item")
    nil_returns = ArrayField(models.BigIntegerField(), default=list)
    risk = SealedText(within="item")
    actions = SealedText(blank=True, default="", within="item")
    corrects = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="corrected_by"
    )
    because = SealedText(blank=True, default="", within="item")
    written_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(risk="") & ~Q(there=""), name="minute_says_what_was_weighed"),
            models.CheckConstraint(
                condition=(Q(corrects__isnull=True) & Q(because=""))
                | (Q(corrects__isnull=False) & ~Q(because="")),
                name="minute_correction_says_why",
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(corrects__isnull=True), name="minute_first_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class MinuteSignature(Protected):
    """Whoever chaired the item stands by its minutes. A trigger refuses everybody else."""

    minute = models.OneToOneField(Minute, on_delete=models.CASCADE, related_name="signature")
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pk)
