from __future__ import annotations

import uuid
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock


class MembershipQuerySet(models.QuerySet):
    def valid(self, on: date | None = None) -> Self:
        """Begun, not past its last day, not ended early, and of an account that is not disabled."""
        day = on or clock.today()
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=day),
            starts_on__lte=day,
            ended_at__isnull=True,
            user__is_active=True,
        )


class Membership(models.Model):
    """A user holds a role for an organisation, in one authority, from one date to another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, related_name="memberships"
    )
    authority = models.ForeignKey("places.Authority", on_delete=models.PROTECT, related_name="+")
    role = models.SlugField(max_length=40)
    starts_on = models.DateField(default=clock.today)
    ends_on = models.DateField(null=True, blank=True)
    # Ending early works at once, not at the end of the day.
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "authority", "role", "starts_on"], name="membership_once"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_after_start",
                violation_error_message=_("The last day must not be before the first day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"
