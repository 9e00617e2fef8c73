"""A referral that is kept to named people: the person is a colleague’s child, is known to the team, is in the news."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText


class Restriction(Protected):
    """By the record owner, with a reason. Never changed: it ends, with a reason, and another may begin.

    `people` are keys of accounts. The Prevent lead and the lead professional see the referral beside them.
    """

    referral = models.ForeignKey("referrals.Referral", on_delete=models.CASCADE, related_name="restrictions")
    people = ArrayField(models.UUIDField())
    reason = SealedText(within="referral")
    restricted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    restricted_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = SealedText(blank=True, default="", within="referral")

    class Meta:
        ordering = ["restricted_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(ended_at__isnull=True), name="restriction_one_in_force"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="restriction_ended_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
