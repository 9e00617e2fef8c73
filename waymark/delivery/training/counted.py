"""What stands behind a figure of training: the sessions of a period and, without a session, e-learning and lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet, Sum
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.interface import filters
from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.foundation.measures import Scope

from .headcounts import InScope
from .measures import OF_ATTENDANCES, OF_SESSIONS, OTHERS, OURS, WORDS, came, held, narrowed
from .models import Course, CourseVersion, Session, Source
from .presenters import day


def declared(authority_id: int) -> list[filters.One]:
    """The splits as filters: only what the lists of the authority offer can be asked. Two queries."""
    courses = (
        Course.objects.filter(authority_id=authority_id).select_related("audience").order_by("name", "id")
    )
    versions = CourseVersion.objects.filter(authority_id=authority_id).order_by("course__name", "number")
    held_courses = list(courses)
    names = dict.fromkeys(one.name for one in held_courses)
    audiences = dict.fromkeys(sorted(one.audience.name for one in held_courses))
    numbered = [f"{one.course.name} · {one.number}" for one in versions.select_related("course")]
    return [
        filters.One("audience", gettext_lazy("For whom"), [(name, name) for name in audiences]),
        filters.One("course", gettext_lazy("Course"), [(name, name) for name in names]),
        filters.One(
            "version", gettext_lazy("Course and version"), [(name, name) for name in dict.fromkeys(numbered)]
        ),
        filters.One("delivered_by", gettext_lazy("Delivered by"), list(WORDS["delivered_by"].items())),
        filters.One("source", gettext_lazy("How it is known"), Source.choices),
        filters.One("known", gettext_lazy("By name or as a number"), list(WORDS["known"].items())),
    ]


def asked_of(request: HttpRequest, chosen: filters.Filters) -> dict[str, str]:
    """What narrows the figure. A phase is the directory’s word, and stands in the address alone."""
    of = {name: values[0] for name, values in chosen.values.items() if values}
    return of | {"phase": request.GET["phase"][:50]} if "phase" in request.GET else of


class Counted:
    """`sessions` (a queryset, for paging), `alone` (rows without a session), and the sums that the figures give."""

    def __init__(self, scope: Scope, of: dict[str, str]) -> None:
        by_whom = OTHERS if of.get("delivered_by") in OTHERS else OURS
        attendances = narrowed(came(scope, by_whom), OF_ATTENDANCES, of)
        self.attendances = attendances.aggregate(all=Sum("number"))["all"] or 0
        of_sessions = {name: value for name, value in of.items() if name in OF_SESSIONS}
        self.sessions = narrowed(held(scope, by_whom), OF_SESSIONS, of_sessions)
        if len(of_sessions) < len(of):
            self.sessions = self.sessions.filter(pk__in=attendances.values("session"))
        self.number = self.sessions.count()
        self._attendances = attendances
        found = attendances.filter(session__isnull=True)
        by_course = found.values(
            "source", course=F("taught__course__name"), edition=F("taught__number")
        ).annotate(people=Sum("number"))
        self.alone = list(by_course.order_by("course", "edition", "source"))

    def came_to(self, sessions: Iterable[Session]) -> dict[Any, int]:
        """How many of those counted came to each of these sessions. One query."""
        found = self._attendances.filter(session__in=[one.pk for one in sessions]).values_list("session")
        return dict(found.annotate(people=Sum("number")).order_by())


def whole(sessions: QuerySet[Session]) -> QuerySet[Session]:
    return sessions.select_related("taught__course", "institution", "organisation")


def session_table(rows: Iterable[Session], people: dict[Any, int]) -> Table:
    def at(one: Session) -> Any:
        return reference(reverse("training:session", args=[one.reference]), one.reference)

    return Table(
        _("Sessions"),
        (
            Column(_("Reference"), at),
            Column(_("When"), lambda s: moment(s.starts_at)),
            Column(_("Course"), lambda s: f"{s.taught.course.name} · {s.taught.number}"),
            Column(_("For"), lambda s: str(s.institution or s.organisation or _("Everybody"))),
            Column(_("Delivered by"), lambda s: s.get_delivered_by_display()),
            Column(_("Who came"), lambda s: people.get(s.pk, 0), number=True),
        ),
        rows,
        empty=_("No session was held in this period."),
    )


def alone_table(rows: Iterable[dict[str, Any]]) -> Table:
    words = dict(Source.choices)
    return Table(
        _("Without a session"),
        (
            Column(_("Course"), lambda r: f"{r['course']} · {r['edition']}"),
            Column(_("How it is known"), lambda r: str(words.get(r["source"], r["source"]))),
            Column(_("Who came"), "people", number=True),
        ),
        rows,
        empty=_("Nobody learned without a session in this period."),
    )


def scope_table(rows: Iterable[InScope]) -> Table:
    return Table(
        _("Staff in scope"),
        (
            Column(_("Where they work"), lambda r: r.said("place")),
            Column(_("As what"), lambda r: r.said("role") or _("Everybody there")),
            Column(_("Staff"), lambda r: r.headcount.number, number=True),
            Column(_("Counted on"), lambda r: day(r.headcount.counted_on)),
            Column(_("Where the number comes from"), lambda r: r.headcount.source),
            Column(_("Trained, by name"), "trained", number=True),
        ),
        rows,
        empty=_(
            "No place has told how many staff it has. Add one, and a report can say how many of them were trained."
        ),
    )
