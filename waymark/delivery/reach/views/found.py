"""Whose figures a page shows."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest

from waymark.delivery.reach import policies
from waymark.foundation.access import filling
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.working_for import where_may
from waymark.foundation.places.models import Authority

fill = partial(filling.fill, record=None, template="reach/form.html")


def actor_of(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def seeing_for(request: HttpRequest) -> Authority:
    """The authority whose figures whoever asks may see. Http404 for nobody."""
    return Authority.objects.get(pk=where_may(request, policies.see))


def approaching_for(request: HttpRequest) -> Authority:
    """The authority for which whoever asks writes to places. Http404 for nobody."""
    return Authority.objects.get(pk=where_may(request, policies.approach))
