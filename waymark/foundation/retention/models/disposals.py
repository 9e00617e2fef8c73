from __future__ import annotations

from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected


class Disposal(Protected):
    """On one day, so many records of one class were erased in one authority. Never which, never what they said."""

    class_code = models.CharField(max_length=40)
    model = models.CharField(max_length=80)
    count = models.PositiveIntegerField()
    on_date = models.DateField()
    # Of whose approval: a proposal to erase, or none where the time was simply over.
    ground = models.CharField(max_length=12, default="expired")
    proposal_key = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(count__gte=1), name="disposal_of_something")]
        indexes = [models.Index(fields=["authority", "on_date"], name="disposal_when")]

    def __str__(self) -> str:
        return f"{self.count} {self.class_code} on {self.on_date}"
