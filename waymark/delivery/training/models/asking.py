"""Somebody asks the council for training."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from waymark.delivery.training.states import RequestState
from waymark.foundation.access.models import Protected

from .catalogue import Audience
from .sessions import Session


class TrainingRequest(Protected):
    """Asked by an account or by a visitor whose address is proven. It ends in a session or a reason."""

    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(
        max_length=10, default=RequestState.ASKED.value, choices=[(s.value, s.value) for s in RequestState]
    )
    audience = models.ForeignKey(Audience, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(
        "places.Institution", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    elsewhere = models.CharField(max_length=200, blank=True, default="")
    number = models.PositiveSmallIntegerField()
    wished = models.CharField(max_length=300, blank=True, default="")
    words = models.TextField(blank=True, default="")
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True, default="")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    visitor = models.ForeignKey(
        "access.Visitor", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    session = models.OneToOneField(
        Session, on_delete=models.SET_NULL, null=True, blank=True, related_name="request"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    declined_because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=RequestState.ASKED.value, answered_at__isnull=True)
                | ~Q(state=RequestState.ASKED.value) & Q(answered_at__isnull=False),
                name="request_answered_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=RequestState.DECLINED.value) & ~Q(declined_because="")
                | ~Q(state=RequestState.DECLINED.value) & Q(declined_because=""),
                name="request_declined_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
