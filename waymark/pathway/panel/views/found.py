"""How the pages of panels get their panel, and how their form pages go."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest

from waymark.foundation.access import filling
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import load
from waymark.foundation.access.working_for import where_may
from waymark.foundation.places.models import Authority
from waymark.pathway.panel.models import Panel
from waymark.pathway.panel.permissions import Permission

PANEL = "panel:panel"

fill = partial(filling.fill, record=None)
"""A form page that shows nothing of a person helped."""


def panel_of(request: HttpRequest, reference: str) -> Panel:
    """The panel of that reference, if the actor arranges it or sits on it; otherwise there is none (404)."""
    return load(Panel.objects.select_related("authority"), request.actor, reference=reference)  # type: ignore[attr-defined]


def authority_of(request: HttpRequest) -> Authority:
    """Where whoever asks arranges panels: the authority of the role they act in. Http404 for nobody."""

    def arranges(actor: Actor, key: int) -> bool:
        return actor.may(Permission.ARRANGE) and actor.holds(f"authority:{key}:panel")

    return Authority.objects.get(pk=where_may(request, arranges))
