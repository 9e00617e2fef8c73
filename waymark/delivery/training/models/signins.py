"""Somebody in the room said by the code that they are there; whoever teaches confirms it when they take attendance."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected

from .bookings import Booking
from .sessions import Session


class SignIn(Protected):
    """Of somebody who had booked by name (`booking`), or of one person more.

    `typed`: the name or address of somebody who is not among the bookings. It goes when attendance is taken.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="sign_ins")
    booking = models.ForeignKey(Booking, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    typed = models.CharField(max_length=254, blank=True, default="")
    signed_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["signed_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["booking"], condition=Q(booking__isnull=False), name="signed_in_once"
            ),
            models.CheckConstraint(
                condition=Q(typed="") | Q(booking__isnull=True, settled_at__isnull=True),
                name="signed_in_name_goes",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
