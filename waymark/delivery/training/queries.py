"""Questions about training that cross models."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Count, Q, QuerySet, Sum

from waymark.foundation.access import roles
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership
from waymark.foundation.directory.models import Place
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority, Institution

from .models import (
    Attendance,
    Audience,
    Booking,
    Came,
    Certificate,
    Course,
    CourseVersion,
    Declared,
    KeptPlaces,
    Session,
    StaffRole,
    Substitution,
    Trainer,
    WaitingRule,
)
from .permissions import Permission
from .states import OVER, SessionState


def trainers(*authority_ids: int) -> dict[UUID, str]:
    """Key and name of each person whose role lets them teach there. One query."""
    held = Membership.objects.valid().filter(
        role__in=roles.holding(Permission.TEACH), authority_id__in=authority_ids
    )
    found = held.select_related("user").order_by("user__full_name")
    return {one.user_id: one.user.get_full_name() for one in found}


def workload(authority_ids: Iterable[int], at: datetime) -> list[tuple[str, int, int]]:
    """Of each who can teach there the name, and the sessions of the next 4 and the next 12 weeks. Two queries."""
    soon, later = (at + timedelta(weeks=weeks) for weeks in (4, 12))
    planned = Trainer.objects.filter(
        session__authority__in=authority_ids, session__state=SessionState.PLANNED, session__starts_at__gte=at,
        session__starts_at__lt=later,
    )  # fmt: skip
    each = planned.values_list("person").annotate(
        soon=Count("pk", filter=Q(session__starts_at__lt=soon)), all=Count("pk")
    )
    held = {person: (near, all_) for person, near, all_ in each.order_by()}
    return [(name, *held.get(person, (0, 0))) for person, name in trainers(*authority_ids).items()]


def courses(actor: Actor) -> QuerySet[Course]:
    found = Course.objects.visible_to(actor).select_related("audience", "needs")
    return found.order_by("ended_on", "audience__place", "name", "id")


def taught_on(course: Course, day: date) -> CourseVersion | None:
    """The version that is taught on a day."""
    return course.versions.filter(from_on__lte=day).first()


def sessions(actor: Actor) -> QuerySet[Session]:
    found = Session.objects.visible_to(actor)
    return found.select_related(
        "taught__course__audience", "taught__course__needs", "institution", "organisation"
    )


def to_come(actor: Actor, at: datetime) -> QuerySet[Session]:
    """Those that are not over, the next one first."""
    return sessions(actor).filter(ends_at__gte=at).order_by("starts_at", "id")


def over(actor: Actor, at: datetime) -> QuerySet[Session]:
    return sessions(actor).filter(ends_at__lt=at)


def names_of_trainers(session: Session) -> list[str]:
    return [
        one.person.get_full_name()
        for one in session.trainers.select_related("person").order_by("recorded_at")
    ]


def attendances(session: Session) -> QuerySet[Attendance]:
    """All marks of a session, with where people work."""
    found = session.attendances.select_related("institution", "organisation", "role")
    return found.order_by("recorded_at", "id")


def walked_in(session: Session) -> QuerySet[Attendance]:
    """Those who came and had not booked."""
    return attendances(session).filter(booking__isnull=True, trainee__isnull=True)


def lines(list_of: type[Audience] | type[StaffRole], authority_id: int) -> QuerySet[Any]:
    """A list of the authority, what is still offered first."""
    return list_of.objects.filter(authority_id=authority_id).order_by("ended_on", "place", "name")


def councils() -> list[Authority]:
    """The authorities of this installation; the one that the site is named after comes first."""
    here = settings.WAYMARK_BRAND.get("name", "")
    found = Authority.objects.filter(uses_waymark=True).order_by("name")
    return sorted(found, key=lambda authority: authority.official_name != here)


def offered(list_of: type[Audience] | type[StaffRole], authority_id: int) -> QuerySet[Any]:
    """Of a list what can be chosen today."""
    return lines(list_of, authority_id).filter(list_of.is_offered(clock.today()))


def declared(actor: Actor) -> QuerySet[Declared]:
    """Certificates from elsewhere."""
    found = Declared.objects.visible_to(actor)
    return found.select_related(
        "trainee__institution", "trainee__organisation", "trainee__role", "declared_by", "counts_as"
    )


def could_count_as(actor: Actor, one: Declared) -> QuerySet[Course]:
    """The courses of its authority, without those that had ended on its day. One query."""
    found = courses(actor).filter(authority_id=one.authority_id)
    return found.exclude(ended_on__lt=one.held_on)


def kept_of(session: Session) -> QuerySet[KeptPlaces]:
    """With what their name and their day need."""
    return session.kept.select_related("institution", "organisation", "session")


def substitutions(session: Session) -> QuerySet[Substitution]:
    """Of a session: who came instead of whom."""
    found = Substitution.objects.filter(booking__session=session)
    return found.select_related("before", "after", "changed_by")


def waiting_rules(authority_id: int) -> QuerySet[WaitingRule]:
    """The newest first."""
    return WaitingRule.objects.filter(authority_id=authority_id)


def hours_to_answer(authority_id: int, day: date) -> int | None:
    """For how long a free place is offered, as it holds on a day. None: it is given at once. One query."""
    held = waiting_rules(authority_id).filter(from_on__lte=day).values_list("hours", flat=True)
    return held.first()


def standing(session: Session) -> QuerySet[Booking]:
    """Bookings that have a place, are offered one or wait for one, with all that a message to them needs."""
    found = session.bookings.exclude(state__in=OVER)
    return found.select_related("trainee", "booked_by", "visitor", "role", "institution", "organisation")


def came(session: Session) -> QuerySet[Attendance]:
    """Those who came, not those who were missed."""
    return session.attendances.exclude(came=Came.NO_SHOW)


def came_from(actor: Actor, place: Place) -> QuerySet[Attendance, dict[str, Any]]:
    """The newest first: each session, or day of e-learning, with how many of a place came (`people`)."""
    at = {"institution": place} if isinstance(place, Institution) else {"organisation": place}
    found = Attendance.objects.visible_to(actor).filter(**at).exclude(came=Came.NO_SHOW)
    by = ("held_on", "session__reference", "taught__course__name", "taught__number")
    return found.values(*by).annotate(people=Sum("number")).order_by("-held_on", *by[1:])


def without_certificate(session: Session) -> QuerySet[Attendance]:
    """Named people who came to the whole of it and have no certificate."""
    found = session.attendances.filter(came=Came.CAME, trainee__isnull=False, certificate__isnull=True)
    return found.select_related("trainee").order_by("trainee__name", "id")


def whole_certificates() -> QuerySet[Certificate]:
    return Certificate.objects.select_related(
        "attendance__trainee", "attendance__taught__course", "attendance__session"
    )


def certificates(session: Session) -> QuerySet[Certificate]:
    return (
        whole_certificates().filter(attendance__session=session).order_by("attendance__trainee__name", "code")
    )


@dataclass(frozen=True)
class Checked:
    """What anybody may learn of a code."""

    course: str
    held_on: date
    stands: bool
    name_fits: bool


def checked(code: str, name: str) -> Checked | None:
    """Asked of the database by a function that gives nothing else. None for a code that is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM training.check_certificate(%s, %s)", [code, name])
        row = cursor.fetchone()
    return Checked(*row) if row else None
