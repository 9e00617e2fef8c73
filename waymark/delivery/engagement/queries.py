"""Reads of engagement."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Count, F, Q, QuerySet

from waymark.foundation.access.actors import Actor
from waymark.foundation.directory.models import Place, where
from waymark.foundation.kernel import clock

from .models import Demand, Issue, Theme

YEAR = timedelta(days=365)


def issues(actor: Actor) -> QuerySet[Issue]:
    return Issue.objects.visible_to(actor).select_related("institution", "organisation", "replied_by")


def issues_at(actor: Actor, place: Place) -> QuerySet[Issue]:
    return issues(actor).filter(**where(place)).order_by("-raised_at", "id")


def demands(actor: Actor) -> QuerySet[Demand]:
    found = Demand.objects.visible_to(actor)
    return found.select_related("theme", "audience", "institution", "organisation", "request", "course")


def themes(actor: Actor) -> QuerySet[Theme]:
    """What is still offered first."""
    return Theme.objects.visible_to(actor).order_by(F("ended_on").desc(nulls_first=True), "place", "name")


def offered(actor: Actor) -> QuerySet[Theme]:
    """Those that can be chosen today."""
    return themes(actor).filter(Theme.is_offered(clock.today()))


def sums(actor: Actor, at: datetime) -> list[tuple[str, int, int, int]]:
    """Of each theme its name, what is open, what was noted within a year, and by how many places. One query."""
    lately = Q(demands__noted_at__gte=at - YEAR)
    found = Theme.objects.visible_to(actor).annotate(
        open=Count("demands", filter=Q(demands__answered_at__isnull=True), distinct=True),
        lately=Count("demands", filter=lately, distinct=True),
        schools=Count("demands__institution", filter=lately, distinct=True),
        others=Count("demands__organisation", filter=lately, distinct=True),
    )
    rows = found.filter(Q(open__gt=0) | Q(lately__gt=0)).order_by("-open", "-lately", "name")
    return [(one.name, one.open, one.lately, one.schools + one.others) for one in rows]
