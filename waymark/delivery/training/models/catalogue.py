"""What is taught: audiences, roles of those who come, courses, and each version of a course with its reason."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel import clock


class Listed(Protected):
    """A line of a list that the authority keeps for itself: offered from its first day until the day it ends.

    It is not renamed and not deleted, as records name it.
    """

    name = models.CharField(max_length=80)
    place = models.PositiveSmallIntegerField(default=0)
    from_on = models.DateField(default=clock.today)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["place", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("from_on")),
                name="%(class)s_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def is_offered(day: date) -> Q:
        """On that day it has begun and not ended."""
        return Q(from_on__lte=day) & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))


class Audience(Listed):
    """For whom a course is: early years, primary, council staff, councillors, …"""

    class Meta(Listed.Meta):
        constraints = [
            *Listed.Meta.constraints,
            models.UniqueConstraint(fields=["authority", "name"], name="audience_once"),
        ]


class StaffRole(Listed):
    """As what somebody comes: teacher, governor, designated safeguarding lead, …"""

    class Meta(Listed.Meta):
        constraints = [
            *Listed.Meta.constraints,
            models.UniqueConstraint(fields=["authority", "name"], name="staff_role_once"),
        ]


class Course(Protected):
    """One course for one audience. `level` orders courses of a subject; `needs` is the course to take before."""

    name = models.CharField(max_length=120)
    audience = models.ForeignKey(Audience, on_delete=models.PROTECT, related_name="courses")
    level = models.PositiveSmallIntegerField(default=1)
    needs = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "name", "audience"], name="course_once"),
            models.CheckConstraint(condition=~Q(needs=models.F("id")), name="course_needs_another"),
        ]

    def __str__(self) -> str:
        return self.name


class Reason(models.TextChoices):
    """Why there is a new version."""

    FIRST = "first", _("The course is new")
    LAW = "law", _("The law or the guidance changed")
    FEEDBACK = "feedback", _("What people who came said")
    LOCAL = "local", _("What is known of this area changed")
    OTHER = "other", _("Another reason")


class CourseVersion(Protected):
    """A course as it is taught from a day on. Never changed: a newer version takes its place."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    reason = models.CharField(max_length=10, choices=Reason.choices)
    because = models.CharField(max_length=500, blank=True, default="")
    aims = models.TextField()
    minutes = models.PositiveSmallIntegerField()
    materials = models.TextField(blank=True, default="")
    trainer_notes = models.TextField(blank=True, default="")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["course", "number"], name="course_version_once"),
            models.CheckConstraint(
                condition=Q(reason=Reason.FIRST, number=1) | (Q(number__gt=1) & ~Q(reason=Reason.FIRST)),
                name="course_version_first_is_new",
            ),
            models.CheckConstraint(condition=Q(number=1) | ~Q(because=""), name="course_version_says_why"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
