"""What can be counted of training. What the council only supported is not among its own figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Case, CharField, Expression, F, Q, QuerySet, Sum, TextField, Value, When
from django.db.models import Count as Counted
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.measures import Grouped, Measure, Scope, Unit
from waymark.foundation.places.models import Institution

from . import headcounts, inductions, needs
from .models import Attendance, Came, Declared, DeliveredBy, Session, Source
from .states import DECLARED_WORDS, SessionState

SOURCE = _("Training sessions in this service, and who came to them")
STANDS = {str(state): words for state, words in DECLARED_WORDS.items()}
DECLARED_SOURCE = _("Certificates of other providers, as schools and others declared them in this service")
COUNTED = _("Numbers of staff as an organisation gave them, and training sessions in this service")
OURS = (DeliveredBy.OWN, DeliveredBy.JOINT)
OTHERS = (DeliveredBy.PARTNER, DeliveredBy.REGIONAL)
NAMED, NUMBER, ALONE = "named", "number", "alone"
Split = str | Expression | F


def _taught(path: str) -> dict[str, Split]:
    """The splits by what was taught. A version says its course, as `Name · 2`."""
    course = f"{path}course__name"
    number = Cast(f"{path}number", TextField())
    version = Concat(F(course), Value(" · "), number, output_field=TextField())
    return {"audience": f"{path}course__audience__name", "course": course, "version": version}


OF_SESSIONS: dict[str, Split] = {**_taught("taught__"), "delivered_by": F("delivered_by")}
OF_ATTENDANCES: dict[str, Split] = {
    **_taught("taught__"),
    "phase": Coalesce(F("institution__phase"), Value(""), output_field=CharField()),
    "delivered_by": Coalesce(F("session__delivered_by"), Value(ALONE), output_field=CharField()),
    "source": F("source"),
    "known": Case(When(trainee__isnull=False, then=Value(NAMED)), default=Value(NUMBER)),
}
WORDS: dict[str, dict[str, Any]] = {
    "source": dict(Source.choices),
    "delivered_by": {**dict(DeliveredBy.choices), ALONE: _("No session, such as e-learning")},
    "phase": {
        Institution.NO_PHASE: _("No phase"),
        "": _("Not from an institution, or its phase is not known"),
    },
    "known": {NAMED: _("By name"), NUMBER: _("As a number only")},
}


def held(scope: Scope, by_whom: Iterable[str] = OURS) -> QuerySet[Session]:
    """Sessions of the period that were held."""
    return Session.objects.filter(
        authority_id=scope.authority_id,
        state=SessionState.HELD,
        delivered_by__in=by_whom,
        starts_at__date__gte=scope.from_on,
        starts_at__date__lte=scope.until_on,
    )


def came(scope: Scope, by_whom: Iterable[str] = OURS) -> QuerySet[Attendance]:
    """Attendances of the period that count: people who came, to what the council taught or to e-learning."""
    alone = Q(session__isnull=True) if tuple(by_whom) == OURS else Q()
    found = Attendance.objects.filter(
        alone | Q(session__delivered_by__in=by_whom), authority_id=scope.authority_id
    )
    return found.exclude(came=Came.NO_SHOW).filter(held_on__gte=scope.from_on, held_on__lte=scope.until_on)


def narrowed(rows: QuerySet[Any], splits: dict[str, Split], of: dict[str, str]) -> QuerySet[Any]:
    """Only those of these groups."""
    for name, value in of.items():
        rows = rows.alias(**{f"of_{name}": _expression(splits[name])}).filter(**{f"of_{name}": value})
    return rows


def _expression(split: Split) -> Any:
    return F(split) if isinstance(split, str) else split


def _split(
    rows: Callable[[Scope], QuerySet[Any]], splits: dict[str, Split], how: Any
) -> Callable[[Scope], Grouped]:
    """`how` is the aggregate over the rows of the scope."""

    def counts(scope: Scope) -> Grouped:
        return Grouped(rows(scope), [_expression(splits[name]) for name in scope.by], how)

    return counts


def _supported(scope: Scope) -> QuerySet[Session]:
    return held(scope, OTHERS)


def _came_elsewhere(scope: Scope) -> QuerySet[Attendance]:
    return came(scope, OTHERS)


def _declared(scope: Scope) -> QuerySet[Declared]:
    return Declared.objects.filter(
        authority_id=scope.authority_id, held_on__gte=scope.from_on, held_on__lte=scope.until_on
    )


def declare() -> None:
    """Called in AppConfig.ready."""
    there: dict[str, Any] = {"drill_url_name": "training:counted", "drills_exactly": True, "words": WORDS}
    measures.declare(
        Measure(
            "training.sessions", _("Training sessions held"),
            _("Sessions that were held in the period, by the council or together with others."),
            Unit.COUNT, SOURCE, _split(held, OF_SESSIONS, Counted("pk")), personal=False, by=tuple(OF_SESSIONS),
            **there,
        ),
        Measure(
            "training.attendances", _("Attendances of training"),
            _("People who came to training in the period, each time anew, with and without a name."),
            Unit.COUNT, SOURCE, _split(came, OF_ATTENDANCES, Sum("number")), personal=False, by=tuple(OF_ATTENDANCES),
            **there,
        ),
        Measure(
            "training.people", _("Different people trained"),
            _("Different people who came in the period. Only those who are known by name can be told apart."),
            Unit.COUNT, SOURCE, _split(came, OF_ATTENDANCES, Counted("trainee", distinct=True)), personal=True,
            by=tuple(OF_ATTENDANCES), **there,
        ),
        Measure(
            "training.institutions", _("Institutions reached by training"),
            _("Different schools, colleges, nurseries and children’s centres from which somebody came in the period."),
            Unit.COUNT, SOURCE, _split(came, OF_ATTENDANCES, Counted("institution", distinct=True)), personal=False,
            by=tuple(OF_ATTENDANCES), **there,
        ),
        Measure(
            "training.declared", _("Certificates from elsewhere, self-declared"),
            _("Certificates of other providers with a day in the period, as places declared them. They are not among "
              "attendances, people trained or institutions reached."),
            Unit.COUNT, DECLARED_SOURCE, _split(_declared, {"stands": "state"}, Counted("pk")), personal=False,
            by=("stands",), drill_url_name="training:declared", words={"stands": STANDS},
        ),
        *_of_others(there),
        *_in_scope(),
        *_needed(),
        *_councillors(),
    )  # fmt: skip


def _of_others(there: dict[str, Any]) -> tuple[Measure, ...]:
    return (
        Measure(
            "training.supported-sessions", _("Training sessions that the council supported"),
            _("Sessions that a partner or a regional team held in the period. They are not among the council’s own."),
            Unit.COUNT, SOURCE, _split(_supported, OF_SESSIONS, Counted("pk")), personal=False, by=("delivered_by",),
            **there,
        ),
        Measure(
            "training.supported-attendances", _("Attendances of training that the council supported"),
            _("People who came to those sessions of others, each time anew."),
            Unit.COUNT, SOURCE, _split(_came_elsewhere, OF_ATTENDANCES, Sum("number")), personal=False,
            by=("delivered_by",), **there,
        ),
    )  # fmt: skip


def _in_scope() -> tuple[Measure, ...]:
    there: dict[str, Any] = {"drill_url_name": "training:headcounts", "drills_exactly": True}
    return (
        Measure(
            "training.in-scope", _("Staff in scope of training"),
            _("Staff of the places whose number is known, each place as it was counted last by the end of the period."),
            Unit.COUNT, COUNTED, headcounts.in_scope, personal=False, by=headcounts.SPLITS, **there,
        ),
        Measure(
            "training.in-scope-trained", _("Staff in scope who were trained"),
            _("Different people known by name who work at those places, in those roles, and came in the period."),
            Unit.COUNT, COUNTED, headcounts.trained, personal=True, by=headcounts.SPLITS, **there,
        ),
    )  # fmt: skip


def _needed() -> tuple[Measure, ...]:
    words = {"course": {"": _("Any training")}, "role": {"": _("Everybody at a kind of place")}}
    there: dict[str, Any] = {"drill_url_name": "training:needs", "drills_exactly": True, "words": words}
    return (
        Measure(
            "training.needed", _("Staff who need training"),
            _("Staff in the roles and at the kinds of place for which training is needed on the last day of the "
              "period. Of each place the larger number counts: as it told how many they are, or as are known there by "
              "name."),
            Unit.COUNT, COUNTED, needs.in_scope, personal=False, by=needs.SPLITS, **there,
        ),
        Measure(
            "training.in-date", _("Staff who are in date with training"),
            _("Those of them who are known by name, have taken all that they need, and are not overdue on the last day "
              "of the period."),
            Unit.COUNT, COUNTED, needs.in_date, personal=True, by=needs.SPLITS, **there,
        ),
    )  # fmt: skip


def _councillors() -> tuple[Measure, ...]:
    there: dict[str, Any] = {"drill_url_name": "training:terms", "drills_exactly": True, "by": ("term",)}
    return (
        Measure(
            "training.councillors", _("Councillors"),
            _("Councillors of the terms that run on the last day of the period, who are in office on it."),
            Unit.COUNT, SOURCE, inductions.in_office, personal=False, **there,
        ),
        Measure(
            "training.councillors-inducted", _("Councillors who have had their induction"),
            _("Those of them who have come to the induction since they were elected, or of whom somebody noted how "
              "they had it."),
            Unit.COUNT, SOURCE, inductions.inducted, personal=True, **there,
        ),
        Measure(
            "training.inductions", _("Councillors by how their induction stands"),
            _("Councillors of the terms that run on the last day of the period, who are in office on it: whether they "
              "had the induction, whether there is still time for it, or whether it is overdue."),
            Unit.COUNT, SOURCE, inductions.by_status, personal=True,
            **there | {"by": ("term", "stands"), "words": {"stands": inductions.STANDS}},
        ),
    )  # fmt: skip
