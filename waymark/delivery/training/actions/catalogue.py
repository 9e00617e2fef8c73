"""The lists that an authority keeps, its courses, and each new version of one."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.delivery.training import policies, usual
from waymark.delivery.training.models import Audience, Course, CourseVersion, Reason, StaffRole
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority

from . import lines
from .granting import offered


@deed("training.begin")
def begin(*, by: Actor, at: datetime, authority: Authority) -> Audience:
    """The usual lists and courses, to be changed from there. Only while there is none."""
    policies.plans(by, authority.pk).require()
    if Audience.objects.filter(authority=authority).exists():
        raise NotNow(gettext_lazy("The lists have begun already."))
    given = offered(authority.pk) | {"from_on": clock.uk_date(at)}
    audiences = [
        Audience.objects.create(**given, name=str(name), place=place)
        for place, name in enumerate(usual.AUDIENCES)
    ]
    for place, name in enumerate(usual.ROLES):
        StaffRole.objects.create(**given, name=str(name), place=place)
    made: dict[str, Course] = {}
    for course in usual.COURSES:
        made[course.key] = add_course(
            by=by, at=at, audience=audiences[course.audience], name=str(course.name), level=course.level,
            needs=made.get(course.needs), aims=str(course.aims), minutes=course.minutes,
            from_on=clock.uk_date(at), materials=str(course.materials),
        )[0]  # fmt: skip
    return audiences[0]


@deed("training.add-line")
def add_line(*, by: Actor, at: datetime, authority: Authority, list_of: type[Audience] | type[StaffRole],
             name: str, from_on: date) -> Audience | StaffRole:  # fmt: skip
    """Another audience, or another role, from a day on."""
    policies.plans(by, authority.pk).require()
    return lines.added(list_of, offered(authority.pk), name, from_on)


@deed("training.end-line")
def end_line(*, by: Actor, at: datetime, line: Audience | StaffRole) -> Audience | StaffRole:
    line = lock(line)
    policies.plans(by, line.authority_id).require()
    return lines.ended(line, at)


@deed("training.add-course")
def add_course(
    *,
    by: Actor,
    at: datetime,
    audience: Audience,
    name: str,
    aims: str,
    minutes: int,
    from_on: date,
    level: int = 1,
    needs: Course | None = None,
    materials: str = "",
    trainer_notes: str = "",
) -> tuple[Course, CourseVersion]:
    """A course with its first version."""
    policies.plans(by, audience.authority_id).require()
    lines.check(audience, at, "audience")
    held = Course.objects.filter(authority_id=audience.authority_id, name__iexact=name, audience=audience)
    if held.exists():
        raise Refusal(_("There is a course of this name for this audience."), field="name")
    course = Course.objects.create(
        **offered(audience.authority_id), audience=audience, name=name, level=level, needs=needs
    )
    version = _version(
        by, course, 1, from_on=from_on, reason=Reason.FIRST, because="", aims=aims, minutes=minutes,
        materials=materials, trainer_notes=trainer_notes,
    )  # fmt: skip
    return course, version


@deed("training.add-version")
def add_version(
    *,
    by: Actor,
    at: datetime,
    course: Course,
    reason: str,
    because: str,
    aims: str,
    minutes: int,
    from_on: date,
    materials: str = "",
    trainer_notes: str = "",
) -> tuple[Course, CourseVersion]:
    """What is taught from a day on, and why it changed. Sessions that were held stay with the version before."""
    course = lock(course)
    policies.change_course(by, course).require()
    if reason == Reason.FIRST or not because:
        raise Incomplete(_("Say why there is a new version."), field="because")
    newest = course.versions.first()
    if newest is not None and from_on < newest.from_on:
        raise Refusal(_("The version before begins later. Choose a later day."), field="from_on")
    version = _version(
        by, course, (newest.number if newest else 0) + 1, from_on=from_on, reason=reason, because=because,
        aims=aims, minutes=minutes, materials=materials, trainer_notes=trainer_notes,
    )  # fmt: skip
    return course, version


@deed("training.end-course")
def end_course(*, by: Actor, at: datetime, course: Course, version: int) -> Course:
    """It is not taught any more."""
    course = lock(course, version)
    policies.change_course(by, course).require()
    course.ended_on = clock.uk_date(at)
    course.save_next("ended_on")
    return course


def _version(by: Actor, course: Course, number: int, **said: object) -> CourseVersion:
    return CourseVersion.objects.create(
        **offered(course.authority_id), course=course, number=number, recorded_by_id=by.user_id, **said
    )
