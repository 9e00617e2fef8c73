"""A meeting, and who came to it."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel import clock


class Meeting(Protected):
    """From when to when, and where. It is moved, or cancelled once, with a reason.

    `keepers` are the grants of those who may change it: others who see it read. `sequence` counts the changes that
    calendars have to hear of. The link is shown, and never fetched.
    """

    reference = models.CharField(max_length=20, unique=True)
    keepers = ArrayField(models.TextField())
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True, default="")
    online_link = models.CharField(max_length=500, blank=True, default="")
    sequence = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="meeting_ends_after_start",
                violation_error_message=_("The end must be after the beginning."),
            ),
            models.CheckConstraint(
                condition=~Q(place="", online_link=""),
                name="meeting_is_somewhere",
                violation_error_message=_("Say where it is, or give the link to join it."),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancelled_because="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancelled_because="")),
                name="meeting_cancelled_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def on(self) -> date:
        """Its day in the United Kingdom."""
        return clock.uk_date(self.starts_at)

    def has_begun(self, at: datetime) -> bool:
        return self.starts_at <= at

    def has_ended(self, at: datetime) -> bool:
        return self.ends_at <= at

    def joined_at(self, at: datetime) -> str:
        """The link to join it; empty once it is over or cancelled, or where there is none."""
        return "" if self.cancelled_at or self.has_ended(at) else self.online_link


class Came(models.TextChoices):
    PRESENT = "present", _("Present")
    APOLOGIES = "apologies", _("Sent apologies")
    ABSENT = "absent", _("Did not come")


class Attendance(Protected):
    """What was marked for one place at the meeting: who came for which organisation, or that nobody did.

    `for_id` is the key of the place in the room above (a seat of the panel). A mark may be corrected.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    for_id = models.UUIDField()
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    came = models.CharField(max_length=10, choices=Came.choices)
    marked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "for_id"], name="attendance_one_a_place"),
            models.CheckConstraint(
                condition=Q(came=Came.PRESENT, person__isnull=False)
                | (~Q(came=Came.PRESENT) & Q(person__isnull=True)),
                name="attendance_somebody_is_present",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
