"""Who sits on a panel, for which organisation, and who stands in for them. Each from one day to another."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected, ProtectedQuerySet
from waymark.foundation.kernel import clock

from .panels import Panel


class Sector(models.TextChoices):
    """For which kind of agency a seat stands. The first two are those that section 37(1) demands."""

    AUTHORITY = "authority", _("Local authority")
    POLICE = "police", _("Police")
    CHILDREN = "children", _("Children’s social care")
    ADULTS = "adults", _("Adults’ social care")
    HEALTH = "health", _("Health")
    MENTAL_HEALTH = "mental_health", _("Mental health")
    EDUCATION = "education", _("Education")
    YOUTH_JUSTICE = "youth_justice", _("Youth justice")
    PROBATION = "probation", _("Probation")
    PRISONS = "prisons", _("Prisons")
    HOUSING = "housing", _("Housing")
    IMMIGRATION = "immigration", _("Immigration")
    OTHER = "other", _("Another partner")


class Chairs(models.TextChoices):
    """Whether somebody chairs. Both are of the authority: section 37(5)."""

    NO = "", _("Member")
    CHAIR = "chair", _("Chair")
    DEPUTY = "deputy", _("Deputy chair")


class LastingQuerySet(ProtectedQuerySet):
    def held_on(self, day: date | None = None) -> Self:
        """Begun and not yet over on that day."""
        on = day or clock.today()
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=on), from_on__lte=on)


class Seat(Protected):
    """A place on a panel. `holder` is empty where the organisation has not named anybody: the seat is then vacant.

    `areas` are keys of the authorities it speaks for, some of the panel’s: of a police seat, those where its force
    polices. It is never changed, only ended: another person takes another seat.
    """

    panel = models.ForeignKey(Panel, on_delete=models.CASCADE, related_name="seats")
    sector = models.CharField(max_length=20, choices=Sector.choices)
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    areas = ArrayField(models.BigIntegerField())
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    chairs = models.CharField(max_length=10, choices=Chairs.choices, blank=True, default=Chairs.NO)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=500, blank=True, default="")

    objects = LastingQuerySet.as_manager()

    class Meta:
        ordering = ["sector", "from_on", "id"]
        indexes = [models.Index(fields=["holder", "organisation"], name="seat_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="seat_ends_after_start",
                violation_error_message=_("The last day must not be before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(chairs="") | Q(sector=Sector.AUTHORITY, holder__isnull=False),
                name="seat_authority_chairs",
                violation_error_message=_("The chair is somebody of the local authority."),
            ),
            models.CheckConstraint(condition=Q(areas__len__gt=0), name="seat_speaks_for_somewhere"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Deputy(Protected):
    """Somebody of the same organisation stands in for whoever holds a seat, from one day to another.

    For one meeting only, both are the day of the meeting. What they may see ends with the last day.
    """

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="deputies")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField()
    # Ended early: at once, not at the end of a day.
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = LastingQuerySet.as_manager()

    class Meta:
        ordering = ["from_on", "id"]
        indexes = [models.Index(fields=["person"], name="deputy_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")),
                name="deputy_ends_after_start",
                violation_error_message=_("The last day must not be before the first day."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
