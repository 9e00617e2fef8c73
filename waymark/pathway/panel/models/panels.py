"""A panel, and the terms of reference that hold from one day to another."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel import clock


class Kind(models.TextChoices):
    """How a panel comes together. A panel of any kind may serve several authorities (`Panel.covers`)."""

    STANDING = "standing", _("Standing panel")
    URGENT = "urgent", _("Urgent panel")
    BELOW_THRESHOLD = "below_threshold", _("Panel below the Channel threshold")
    POLICE_LED = "police_led", _("Police-led liaison panel")
    PER_CASE = "per_case", _("Panel called for one case")


# They talk about people beside the panel of section 36(1): no case of it is decided there.
BESIDE = (Kind.BELOW_THRESHOLD, Kind.POLICE_LED)


class Panel(Protected):
    """A panel of one authority, which keeps its records, for itself or also for others (section 37(5)).

    `covers` are keys of authorities, the panel’s own among them. It ends once, with a reason, and is not begun again.
    """

    reference = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    covers = ArrayField(models.BigIntegerField())
    # Several authorities have to agree which of them chairs: the day on which they did.
    chairing_agreed_on = models.DateField(null=True, blank=True)
    begins_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(covers__len=1) | Q(covers__len__gt=1, chairing_agreed_on__isnull=False),
                name="panel_combined_agreed",
                violation_error_message=_("Say when the authorities agreed who chairs."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_because="")
                | (Q(ended_on__gte=F("begins_on")) & ~Q(ended_because="")),
                name="panel_ended_whole",
                violation_error_message=_("The last day must not be before the first day, and has a reason."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_combined(self) -> bool:
        return len(self.covers) > 1

    @property
    def decides_cases(self) -> bool:
        return self.kind not in BESIDE

    def is_over(self, on: date | None = None) -> bool:
        return self.ended_on is not None and self.ended_on < (on or clock.today())


class Terms(Protected):
    """Terms of reference as they were agreed. Never changed: newer ones take their place from a day on.

    `quorum` are sectors that the panel itself wants present beside those the law demands; missing them warns.
    """

    panel = models.ForeignKey(Panel, on_delete=models.CASCADE, related_name="terms")
    in_force_from = models.DateField()
    review_on = models.DateField()
    words = models.TextField()
    meets = models.CharField(max_length=200)
    quorum = ArrayField(models.CharField(max_length=20), default=list)
    quorum_number = models.PositiveSmallIntegerField(default=2)
    agreed_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-in_force_from", "-recorded_at"]
        constraints = [
            models.UniqueConstraint(fields=["panel", "in_force_from"], name="terms_one_a_day"),
            models.CheckConstraint(
                condition=Q(review_on__gt=F("in_force_from")),
                name="terms_reviewed_later",
                violation_error_message=_("The day of the review must be after the first day."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
