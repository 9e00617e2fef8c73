"""What comes before a course: who has been to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from .models import Attendance, Came, Course, Declared
from .states import DeclaredState


def meets(course: Course) -> set[UUID]:
    """The course, and all that want it before: whoever came to one of them has it. One query."""
    wants = dict(Course.objects.filter(authority_id=course.authority_id).values_list("pk", "needs"))
    found: set[UUID] = {course.pk}
    while more := {one for one, before in wants.items() if before in found} - found:
        found |= more
    return found


def have(course: Course, people: Iterable[UUID], on: date) -> set[UUID]:
    """Those who came to it up to that day, or have a confirmed certificate of it from elsewhere. Three queries."""
    enough = meets(course)
    who = {"authority_id": course.authority_id, "trainee__in": list(people), "held_on__lte": on}
    came = Attendance.objects.filter(**who, taught__course__in=enough).exclude(came=Came.NO_SHOW)
    elsewhere = Declared.objects.filter(**who, counts_as__in=enough, state=DeclaredState.CONFIRMED)
    return {key for found in (came, elsewhere) for key in found.values_list("trainee_id", flat=True)}
