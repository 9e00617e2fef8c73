"""Whose figures a page shows."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest

from waymark.delivery.reach import policies
from waymark.foundation.access import filling
from waymark.foundation.access.actors import Actor
from waymark.foundation.places.models import Authority

fill = partial(filling.fill, record=None, template="reach/form.html")


def actor_of(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def seeing_for(request: HttpRequest) -> Authority:
    """The authority whose figures whoever asks may see. Http404 for nobody."""
    actor = actor_of(request)
    for key in sorted(actor.authority_ids):
        if policies.see(actor, key):
            return Authority.objects.get(pk=key)
    raise Http404


def approaching_for(request: HttpRequest) -> Authority:
    actor = actor_of(request)
    for key in sorted(actor.authority_ids):
        if policies.approach(actor, key):
            return Authority.objects.get(pk=key)
    raise Http404
