"""How the pages of engagement get their records, and how their form pages go."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest

from waymark.delivery.engagement import policies, queries
from waymark.delivery.engagement.models import Demand, Issue
from waymark.foundation.access import filling
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import load
from waymark.foundation.access.working_for import may_somewhere, where_may

fill = partial(filling.fill, template="training/form.html")


def actor_of(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def authority_of(request: HttpRequest) -> int:
    """Where whoever asks keeps this. Http404 for nobody."""
    return where_may(request, policies.keep)


def keeps(request: HttpRequest) -> None:
    """For lists of all that whoever asks keeps, wherever that is. Http404 for nobody."""
    may_somewhere(actor_of(request), policies.keep)


def issue_of(request: HttpRequest, reference: str) -> Issue:
    return load(queries.issues(actor_of(request)), actor_of(request), reference=reference)


def demand_of(request: HttpRequest, reference: str) -> Demand:
    return load(queries.demands(actor_of(request)), actor_of(request), reference=reference)
