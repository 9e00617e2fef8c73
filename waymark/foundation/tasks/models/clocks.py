from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock
from waymark.foundation.tasks.declared import UNIT_WORDS, Unit


class Clock(models.Model):
    """The length of a period from a day on, in one authority (or, without one, in all), with its source.

    Rows are added, never changed: what was due under the old period stays explicable.
    """

    authority = models.ForeignKey(
        "places.Authority", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    code = models.CharField(max_length=80)
    number = models.PositiveSmallIntegerField()
    unit = models.CharField(
        max_length=12, choices=[(unit.value, words) for unit, words in UNIT_WORDS.items()]
    )
    from_date = models.DateField()
    source = models.CharField(max_length=300)
    confirmed = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "code", "from_date"],
                nulls_distinct=False,
                name="clock_once",
                violation_error_message=_("There is already a period for this from that day on."),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="clock_positive",
                violation_error_message=_("A period is at least 1."),
            ),
            models.CheckConstraint(
                condition=Q(unit__in=[unit.value for unit in Unit]),
                name="clock_unit",
                violation_error_message=_("Choose working days, days, hours or months."),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="clock_source",
                violation_error_message=_("Say where this period comes from."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} from {self.from_date}"
