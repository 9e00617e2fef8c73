"""Who came, by name or as a number: the figures of this part are all counted from here."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected

from .bookings import Booking
from .catalogue import CourseVersion, StaffRole
from .sessions import Session
from .trainees import Trainee


class Came(models.TextChoices):
    CAME = "came", _("Came")
    PARTLY = "partly", _("Came for a part of it")
    NO_SHOW = "no_show", _("Did not come")


class Source(models.TextChoices):
    """How the service knows. Each can be trusted differently, and reports can say which they count."""

    REGISTER = "register", _("Taken at the session")
    LEARNING = "learning", _("From an e-learning service")
    IMPORTED = "imported", _("From a list of the organisation")
    DECLARED = "declared", _("Said by the person, with a certificate")


class Attendance(Protected):
    """One named person (`trainee`, and then `number` is 1), or `number` people of one role and place.

    `session` is empty for e-learning. `taught`, `held_on` stand here too, so that a list of millions is counted without
    its sessions. `source_key` is what an import knows the row by: the same file twice changes nothing.
    """

    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, null=True, blank=True, related_name="attendances"
    )
    taught = models.ForeignKey(CourseVersion, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    trainee = models.ForeignKey(
        Trainee, on_delete=models.SET_NULL, null=True, blank=True, related_name="attendances"
    )
    number = models.PositiveIntegerField(default=1)
    role = models.ForeignKey(StaffRole, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(
        "places.Institution", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    came = models.CharField(max_length=8, choices=Came.choices, default=Came.CAME)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.REGISTER)
    source_key = models.CharField(max_length=120, blank=True, default="")
    booking = models.OneToOneField(
        Booking, on_delete=models.SET_NULL, null=True, blank=True, related_name="attendance"
    )
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    marked_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["authority", "held_on"], name="training_came_when"),
            models.Index(fields=["institution", "held_on"], name="training_came_from"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gte=1) & (Q(trainee__isnull=True) | Q(number=1)),
                name="training_came_somebody",
            ),
            models.CheckConstraint(
                condition=Q(session__isnull=False) | ~Q(source="register"),
                name="training_register_of_session",
            ),
            models.UniqueConstraint(
                fields=["session", "trainee"],
                condition=Q(trainee__isnull=False, session__isnull=False),
                name="training_came_once",
            ),
            models.UniqueConstraint(
                fields=["authority", "source_key"],
                condition=~Q(source_key=""),
                name="training_source_key_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
