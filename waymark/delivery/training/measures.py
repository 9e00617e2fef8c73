"""What can be counted of training. What the council only supported is not among its own figures."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count as Counted
from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.measures import Count, Measure, Scope, Unit

from .models import Attendance, Came, DeliveredBy, Session, Source
from .states import SessionState

SOURCE = _("Training sessions in this service, and who came to them")
OURS = (DeliveredBy.OWN, DeliveredBy.JOINT)


def sessions(scope: Scope) -> Iterable[Count]:
    """Held in the period, by the council or together with others."""
    rows = Session.objects.filter(
        authority_id=scope.authority_id,
        state=SessionState.HELD,
        delivered_by__in=OURS,
        starts_at__date__gte=scope.from_on,
        starts_at__date__lte=scope.until_on,
    )
    return [Count((), rows.count())]


def came(scope: Scope) -> QuerySet[Attendance]:
    """Attendances of the period that count: people who came, to what the council taught or to e-learning."""
    ours = Q(session__isnull=True) | Q(session__delivered_by__in=OURS)
    found = Attendance.objects.filter(ours, authority_id=scope.authority_id).exclude(came=Came.NO_SHOW)
    return found.filter(held_on__gte=scope.from_on, held_on__lte=scope.until_on)


def attendances(scope: Scope) -> Iterable[Count]:
    """How many came, each time anew; split by how it is known."""
    if scope.by == ("source",):
        rows = came(scope).values_list("source").annotate(all=Sum("number")).order_by("source")
        return [Count((source,), number) for source, number in rows]
    return [Count((), came(scope).aggregate(all=Sum("number"))["all"] or 0)]


def people(scope: Scope) -> Iterable[Count]:
    """Different people, of those who are known by name alone."""
    return [Count((), came(scope).aggregate(all=Counted("trainee", distinct=True))["all"])]


def institutions(scope: Scope) -> Iterable[Count]:
    return [Count((), came(scope).aggregate(all=Counted("institution", distinct=True))["all"])]


def declare() -> None:
    """Called in AppConfig.ready."""
    there = "training:sessions"
    measures.declare(
        Measure(
            "training.sessions", _("Training sessions held"),
            _("Sessions that were held in the period, by the council or together with others."),
            Unit.COUNT, SOURCE, sessions, personal=False, drill_url_name=there,
        ),
        Measure(
            "training.attendances", _("Attendances of training"),
            _("People who came to training in the period, each time anew, with and without a name."),
            Unit.COUNT, SOURCE, attendances, personal=False, drill_url_name=there, by=("source",),
            words={"source": dict(Source.choices)},
        ),
        Measure(
            "training.people", _("Different people trained"),
            _("Different people who came in the period. Only those who are known by name can be told apart."),
            Unit.COUNT, SOURCE, people, personal=True, drill_url_name=there,
        ),
        Measure(
            "training.institutions", _("Institutions reached by training"),
            _("Different schools, colleges, nurseries and children’s centres from which somebody came in the period."),
            Unit.COUNT, SOURCE, institutions, personal=False, drill_url_name=there,
        ),
    )  # fmt: skip
