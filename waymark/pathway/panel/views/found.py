"""How the pages of panels get their panel, and how their form pages go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.loading import load
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.places.models import Authority
from waymark.pathway.panel.models import Panel
from waymark.pathway.panel.permissions import Permission

PANEL = "panel:panel"


def panel_of(request: HttpRequest, reference: str) -> Panel:
    """The panel of that reference, if the actor arranges it or sits on it; otherwise there is none (404)."""
    return load(Panel.objects.select_related("authority"), request.actor, reference=reference)  # type: ignore[attr-defined]


def authority_of(request: HttpRequest) -> Authority:
    """Where whoever asks arranges panels: the authority of the role they act in. Http404 for nobody."""
    actor = request.actor  # type: ignore[attr-defined]
    for key in sorted(actor.authority_ids):
        if actor.may(Permission.ARRANGE) and actor.holds(f"authority:{key}:panel"):
            return Authority.objects.get(pk=key)
    raise Http404


def fill(
    request: HttpRequest,
    *,
    form: Form,
    may: Decision,
    act: Callable[[dict[str, Any]], Any],
    template: str,
    given: dict[str, Any],
    back: Callable[[Any], tuple[str, ...]],
) -> HttpResponse:
    """One form page that shows nothing of a person helped. `back` says from what was done where to go."""
    if request.method != "POST":
        may.require()
    elif not may:
        form.refuse(NotAllowed(may.sentence))
    elif form.is_valid():
        try:
            done = act(form.cleaned_data)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect(*back(done))
    return render(request, template, {"form": form, **given})
