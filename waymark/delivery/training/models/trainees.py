"""Somebody who is trained and known by name: because they booked by name, or want a certificate."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from waymark.foundation.access.models import Protected

from .catalogue import StaffRole


class Trainee(Protected):
    """Where they work and as what, as was said last. The row goes three years after `last_on`; the counts stay."""

    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, blank=True, default="")
    institution = models.ForeignKey(
        "places.Institution", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    role = models.ForeignKey(StaffRole, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    last_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "authority", Lower("email"), condition=~Q(email=""), name="trainee_once_by_email"
            ),
            models.UniqueConstraint(
                "authority", Lower("name"), "institution", "organisation",
                condition=Q(email=""), nulls_distinct=False, name="trainee_once_by_name",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)
