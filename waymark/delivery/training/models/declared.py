"""A certificate from another provider, as somebody declared it: counted apart from what this service knows itself."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from waymark.delivery.training.states import DeclaredState
from waymark.foundation.access.models import Protected

from .catalogue import Course
from .trainees import Trainee


class Declared(Protected):
    """Course, provider and day as they stand on the certificate. Whoever plans confirms it and says as which course of
    ours it counts (`counts_as`; none: it is training, and no course of ours), or refuses it.

    Never an attendance: no figure of the council’s own training counts it.
    """

    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(
        max_length=10,
        default=DeclaredState.DECLARED.value,
        choices=[(s.value, s.value) for s in DeclaredState],
    )
    trainee = models.ForeignKey(Trainee, on_delete=models.CASCADE, related_name="declared")
    course = models.CharField(max_length=120)
    provider = models.CharField(max_length=120)
    held_on = models.DateField()
    declared_at = models.DateTimeField()
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    visitor = models.ForeignKey(
        "access.Visitor", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    counts_as = models.ForeignKey(Course, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    refused_because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["declared_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["trainee", "course", "held_on"],
                condition=~Q(state=DeclaredState.REFUSED.value),
                name="declared_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=DeclaredState.DECLARED.value, answered_at__isnull=True, answered_by__isnull=True
                )
                | ~Q(state=DeclaredState.DECLARED.value)
                & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="declared_answered_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=DeclaredState.REFUSED.value) & ~Q(refused_because="")
                | ~Q(state=DeclaredState.REFUSED.value) & Q(refused_because=""),
                name="declared_refused_with_reason",
            ),
            models.CheckConstraint(condition=~Q(course="") & ~Q(provider=""), name="declared_says_what"),
            models.CheckConstraint(
                condition=Q(counts_as__isnull=True) | Q(state=DeclaredState.CONFIRMED.value),
                name="declared_counts_when_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
