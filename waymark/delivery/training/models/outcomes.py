"""What comes of having been trained: a certificate; and when somebody is due again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected

from .attendances import Attendance
from .catalogue import StaffRole


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


class RefreshRule(Protected):
    """After how many months somebody in a role is due again, from a day on. Never changed: a later one replaces it."""

    role = models.ForeignKey(StaffRole, on_delete=models.CASCADE, related_name="rules")
    months = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    because = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-from_on", "-recorded_at"]
        constraints = [
            models.UniqueConstraint(fields=["role", "from_on"], name="refresh_rule_one_a_day"),
            models.CheckConstraint(
                condition=Q(months__gte=1, months__lte=120), name="refresh_rule_in_bounds"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
