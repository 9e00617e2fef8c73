"""A session: one course version, taught once, by somebody, somewhere."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.states import SessionState
from waymark.foundation.access.models import Protected
from waymark.foundation.kernel import clock

from .catalogue import CourseVersion


class DeliveredBy(models.TextChoices):
    """Who taught. What the council only supported is not among its own figures."""

    OWN = "own", _("The council’s own team")
    JOINT = "joint", _("The council together with others")
    PARTNER = "partner", _("A partner; the council supported it")
    REGIONAL = "regional", _("A regional team; the council supported it")


class Session(Protected):
    """Open to all who may book (`is_open`), or held for one institution or organisation.

    `sequence` counts the changes that calendars have to hear of. The link is shown, and never fetched.
    """

    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(
        max_length=10, default=SessionState.PLANNED.value, choices=[(s.value, s.value) for s in SessionState]
    )
    taught = models.ForeignKey(CourseVersion, on_delete=models.PROTECT, related_name="sessions")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True, default="")
    online_link = models.CharField(max_length=500, blank=True, default="")
    sequence = models.PositiveIntegerField(default=0)
    capacity = models.PositiveSmallIntegerField()
    # How many places are given: those who book do not see the bookings of others.
    taken = models.PositiveSmallIntegerField(default=0)
    is_open = models.BooleanField(default=True)
    delivered_by = models.CharField(max_length=10, choices=DeliveredBy.choices, default=DeliveredBy.OWN)
    institution = models.ForeignKey(
        "places.Institution", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    joining = models.CharField(max_length=500, blank=True, default="")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["authority", "starts_at"], name="session_when")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_start"),
            models.CheckConstraint(condition=~Q(place="", online_link=""), name="session_is_somewhere"),
            models.CheckConstraint(
                condition=Q(capacity__gte=1, taken__lte=F("capacity")), name="session_has_room"
            ),
            models.CheckConstraint(
                condition=Q(state=SessionState.CANCELLED.value, cancelled_at__isnull=False)
                & ~Q(cancelled_because="")
                | ~Q(state=SessionState.CANCELLED.value) & Q(cancelled_at__isnull=True, cancelled_because=""),
                name="session_cancelled_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def on(self) -> date:
        """Its day in the United Kingdom."""
        return clock.uk_date(self.starts_at)

    @property
    def free(self) -> int:
        return self.capacity - self.taken

    def has_begun(self, at: datetime) -> bool:
        return self.starts_at <= at

    def joined_at(self, at: datetime) -> str:
        """The link to join it; empty once it is over or cancelled, or where there is none."""
        return "" if self.cancelled_at or self.ends_at <= at else self.online_link


class Trainer(Protected):
    """Somebody of the team teaches at a session."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="trainers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="trainer_once")]

    def __str__(self) -> str:
        return str(self.pk)
