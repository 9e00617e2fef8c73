"""What comes of having been trained: a certificate; and when somebody is due again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected

from .attendances import Attendance
from .catalogue import Course, StaffRole


class Certificate(Protected):
    """That somebody took part. Anybody can check its code: it says course and day, and never the name."""

    code = models.CharField(max_length=20, unique=True)
    attendance = models.OneToOneField(Attendance, on_delete=models.CASCADE, related_name="certificate")
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because="")),
                name="certificate_withdrawn_whole",
            )
        ]

    def __str__(self) -> str:
        return self.code


# How near its day somebody is asked, unless a line says otherwise; and how far months, and days, may reach.
WINDOW, MOST_MONTHS, MOST_DAYS = 60, 120, 366


class RefreshRule(Protected):
    """What people in a role, or at a kind of place (`place_kind`: a code of the directory), need from a day on.

    Without `course` it is a refresher of any training; without `months` once is enough. People are asked from
    `window_days` before the day on which they are due, and are overdue when `grace_days` have passed after it. Never
    changed: a later one of the same role, kind and course replaces it, or (`is_needed`) ends it.
    """

    role = models.ForeignKey(StaffRole, on_delete=models.CASCADE, null=True, blank=True, related_name="rules")
    place_kind = models.CharField(max_length=20, blank=True, default="")
    course = models.ForeignKey(Course, on_delete=models.CASCADE, null=True, blank=True, related_name="rules")
    is_needed = models.BooleanField(default=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    window_days = models.PositiveSmallIntegerField(default=WINDOW)
    grace_days = models.PositiveSmallIntegerField(default=0)
    # Whether people, and whoever answers for them, are written to without anybody pressing a button.
    reminds = models.BooleanField(default=False)
    from_on = models.DateField()
    because = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-from_on", "-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "role", "place_kind", "course", "from_on"], nulls_distinct=False,
                name="refresh_rule_one_a_day",
            ),
            models.CheckConstraint(
                condition=Q(months__isnull=True, course__isnull=False)
                | Q(months__isnull=False, months__gte=1, months__lte=MOST_MONTHS),
                name="refresh_rule_in_bounds",
            ),
            models.CheckConstraint(
                condition=Q(role__isnull=False) | ~Q(place_kind=""), name="refresh_rule_for_somebody"
            ),
            models.CheckConstraint(
                condition=Q(window_days__lte=MOST_DAYS, grace_days__lte=MOST_DAYS),
                name="refresh_rule_days_in_bounds",
            ),
            models.CheckConstraint(condition=~Q(because=""), name="refresh_rule_says_why"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)
