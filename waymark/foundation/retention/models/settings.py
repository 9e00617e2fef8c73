from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock
from waymark.foundation.retention.classes import CLASSES
from waymark.foundation.retention.periods import Period

BEYOND = _("This is longer than the longest period the law and our policy allow.")


def within_ceilings() -> Q:
    """For the database: a known class, and no longer than its ceiling."""
    rule = Q(pk__in=[])
    for code, row in CLASSES.items():
        rule |= (
            Q(class_code=code) if row.ceiling is None else Q(class_code=code, length__lte=row.ceiling.measure)
        )
    return rule


class RetentionSetting(models.Model):
    """How long one class is kept from a day on, in one authority (or, without one, in all). Rows are only added."""

    authority = models.ForeignKey(
        "places.Authority", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    class_code = models.CharField(max_length=40)
    months = models.PositiveSmallIntegerField(default=0)
    days = models.PositiveSmallIntegerField(default=0)
    # Empty: as the class says.
    seal_months = models.PositiveSmallIntegerField(null=True, blank=True)
    review_months = models.PositiveSmallIntegerField(null=True, blank=True)
    # As Period.measure, so that the database can compare.
    length = models.GeneratedField(
        expression=F("months") * 487 + F("days") * 16, output_field=models.IntegerField(), db_persist=True
    )
    from_date = models.DateField()
    reason = models.CharField(max_length=300)
    recorded_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=within_ceilings(), name="retention_within_ceiling", violation_error_message=BEYOND
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="retention_reason",
                violation_error_message=_("Say why this period is right."),
            ),
            models.CheckConstraint(
                condition=Q(review_months__isnull=True) | Q(review_months__gte=1),
                name="retention_review_some_day",
            ),
            models.UniqueConstraint(
                fields=["authority", "class_code", "from_date"],
                nulls_distinct=False,
                name="retention_once",
                violation_error_message=_("There is already a period for this from that day on."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.class_code} from {self.from_date}"

    @property
    def period(self) -> Period:
        return Period(months=self.months, days=self.days)
