"""For how long a place is offered to whoever waits: a setting of the authority, with the day from which it holds."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected


class WaitingRule(Protected):
    """`hours` to say yes to a free place; none: whoever waits has it at once. Never changed: a later one holds."""

    hours = models.PositiveSmallIntegerField(null=True, blank=True)
    from_on = models.DateField()
    because = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-from_on"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "from_on"], name="waiting_rule_one_a_day"),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gte=1, hours__lte=336),
                name="waiting_rule_in_bounds",
            ),
            models.CheckConstraint(condition=~Q(because=""), name="waiting_rule_says_why"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
