"""What was said, one concern at a time, and what was found out about each."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText


class Standing(models.TextChoices):
    """What kind of statement it is. Never how true or how grave it is."""

    FACT = "fact", _("Seen or heard by the person who says it")
    REPORTED = "reported", _("Told by somebody else")
    OPINION = "opinion", _("An opinion")


class Precise(models.TextChoices):
    DAY = "day", _("Day, month and year")
    MONTH = "month", _("Month and year")
    YEAR = "year", _("Year only")


class Mark(models.TextChoices):
    """What came of a concern. Every one is marked before a referral can close."""

    RESOLVED = "resolved", _("Resolved")
    MOVED = "moved", _("Moved to another service")
    NOT_SUBSTANTIATED = "not_substantiated", _("Not substantiated")


class Concern(Protected):
    """One concern, in the words of whoever raised it. The words are never changed; what is found out is added."""

    referral = models.ForeignKey("referrals.Referral", on_delete=models.CASCADE, related_name="concerns")
    place = models.PositiveSmallIntegerField()
    words = SealedText(within="referral")
    kind = models.CharField(max_length=60, blank=True, default="")
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.REPORTED)
    source = SealedText(within="referral")
    # As exact as it is known: of a month or a year the first day is stored.
    happened_on = models.DateField(null=True, blank=True)
    happened_precision = models.CharField(max_length=5, choices=Precise.choices, default=Precise.DAY)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Whether it is about violence decides whether two people close a referral about a child.
    violence = models.BooleanField(null=True, blank=True)
    handling = models.CharField(max_length=200, blank=True, default="")
    mark = models.CharField(max_length=20, choices=Mark.choices, blank=True, default="")
    mark_note = SealedText(blank=True, default="", within="referral")
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    marked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["referral", "place"], name="concern_place_once"),
            models.CheckConstraint(
                condition=Q(mark="", marked_at__isnull=True, marked_by__isnull=True)
                | (
                    ~Q(mark="")
                    & ~Q(mark_note="")
                    & Q(marked_at__isnull=False, marked_by__isnull=False, violence__isnull=False)
                ),
                name="concern_marked_whole",
                violation_error_message=_(
                    "Say what came of the concern, whether it is about violence, and why."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.referral_id} {self.place}"
