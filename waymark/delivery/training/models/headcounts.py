"""How many staff there are to train, as an organisation said it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected
from waymark.foundation.places.models import Institution, Organisation

from .catalogue import StaffRole


class Headcount(Protected):
    """The number of staff of one place on a day: of one role, or (without) of all. Never changed: a later one holds."""

    institution = models.ForeignKey(
        "places.Institution", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    role = models.ForeignKey(StaffRole, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    number = models.PositiveIntegerField()
    counted_on = models.DateField()
    source = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-counted_on", "-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(institution__isnull=True) ^ Q(organisation__isnull=True),
                name="headcount_of_a_place",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="headcount_says_whence"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def where(self) -> Institution | Organisation | None:
        return self.institution or self.organisation
