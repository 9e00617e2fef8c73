"""A booking: one named person, or a number of people without names."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.states import BookingState
from waymark.foundation.access.models import Protected

from .catalogue import StaffRole
from .sessions import Session
from .trainees import Trainee


class Booking(Protected):
    """Places at a session. With `trainee` it is one place for that person; without, `number` places.

    It waits until there is room: whoever asked first is taken first. `booked_by` and `visitor`: who booked.
    """

    reference = models.CharField(max_length=20, unique=True)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="bookings")
    state = models.CharField(
        max_length=10, default=BookingState.WAITING.value, choices=[(s.value, s.value) for s in BookingState]
    )
    trainee = models.ForeignKey(Trainee, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    role = models.ForeignKey(StaffRole, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(
        "places.Institution", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    needs = models.CharField(max_length=500, blank=True, default="")
    asked_at = models.DateTimeField()
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    visitor = models.ForeignKey(
        "access.Visitor", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gte=1) & (Q(trainee__isnull=True) | Q(number=1)),
                name="booking_of_somebody",
            ),
            models.UniqueConstraint(
                fields=["session", "trainee"],
                condition=Q(trainee__isnull=False) & ~Q(state=BookingState.CANCELLED.value),
                name="booking_once",
                violation_error_message=_("This person has a place already, or waits for one."),
            ),
            models.CheckConstraint(
                condition=Q(state=BookingState.CANCELLED.value, cancelled_at__isnull=False)
                | ~Q(state=BookingState.CANCELLED.value) & Q(cancelled_at__isnull=True),
                name="booking_cancelled_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
