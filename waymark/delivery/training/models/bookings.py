"""A booking: one named person, or a number of people without names; and who came in somebody’s place."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.states import OVER, BookingState
from waymark.foundation.access.models import Protected

from .catalogue import StaffRole
from .kept import KeptPlaces
from .sessions import Session
from .trainees import Trainee


class Booking(Protected):
    """Places at a session. With `trainee` it is one place for that person; without, `number` places.

    It waits until there is room: whoever asked first is taken first, or (where the authority has set a deadline) is
    offered the place until `offered_until`. `booked_by` and `visitor`: who booked.
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
    # Once set it stays: kept places go with their session, and so with its bookings.
    kept = models.ForeignKey(
        KeptPlaces, on_delete=models.RESTRICT, null=True, blank=True, related_name="bookings"
    )
    needs = models.CharField(max_length=500, blank=True, default="")
    asked_at = models.DateTimeField()
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    visitor = models.ForeignKey(
        "access.Visitor", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # What the link to it is known by: another one, once somebody else comes.
    place_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    offered_until = models.DateTimeField(null=True, blank=True)
    taken_up_at = models.DateTimeField(null=True, blank=True)
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
                condition=Q(trainee__isnull=False) & ~Q(state__in=[state.value for state in OVER]),
                name="booking_once",
                violation_error_message=_("This person has a place already, or waits for one."),
            ),
            models.CheckConstraint(
                condition=Q(state=BookingState.CANCELLED.value, cancelled_at__isnull=False)
                | ~Q(state=BookingState.CANCELLED.value) & Q(cancelled_at__isnull=True),
                name="booking_cancelled_whole",
            ),
            # An offer has an end; who says yes says it before that.
            models.CheckConstraint(
                condition=Q(state=BookingState.WAITING.value, offered_until__isnull=True)
                | Q(
                    state__in=[BookingState.OFFERED.value, BookingState.EXPIRED.value],
                    offered_until__isnull=False,
                )
                | Q(state__in=[BookingState.CONFIRMED.value, BookingState.CANCELLED.value]),
                name="booking_offered_until",
            ),
            models.CheckConstraint(
                condition=Q(offered_until__isnull=True, taken_up_at__isnull=True)
                | Q(taken_up_at__isnull=True) & ~Q(state=BookingState.CONFIRMED.value)
                | Q(
                    taken_up_at__isnull=False, offered_until__isnull=False, taken_up_at__lt=F("offered_until")
                ),
                name="booking_taken_up_in_time",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Substitution(Protected):
    """Somebody had a place and cannot come: a colleague has it instead. By whom: an account, a visitor, or the link."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="substitutions")
    before = models.ForeignKey(Trainee, on_delete=models.SET_NULL, null=True, related_name="+")
    after = models.ForeignKey(Trainee, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField()
    by_link = models.BooleanField(default=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    visitor = models.ForeignKey(
        "access.Visitor", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["changed_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(by_link=False) | Q(changed_by__isnull=True, visitor__isnull=True),
                name="substitution_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
