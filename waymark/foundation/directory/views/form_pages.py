"""How a form page of the directory goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from waymark.foundation.access.decisions import Decision
from waymark.foundation.directory import queries
from waymark.foundation.directory.models import Place
from waymark.foundation.directory.permissions import Permission
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel.refusals import NotAllowed, Refusal

PLACE = "directory:place"


def keeper_of(request: HttpRequest) -> int:
    """The authority for which whoever asks keeps the directory. Http404 for nobody."""
    actor = request.actor  # type: ignore[attr-defined]
    for key in sorted(actor.authority_ids):
        if actor.may(Permission.KEEP) and actor.holds(f"authority:{key}:directory"):
            return int(key)
    raise Http404


def fill(
    request: HttpRequest,
    *,
    form: Form,
    may: Decision,
    act: Callable[[dict[str, Any]], Any],
    place: Place | None,
    title: Any,
    lead: Any = "",
) -> HttpResponse:
    """One form about a place (none: about a new one, which `act` then returns). Back to it when it is done."""
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
            return redirect(PLACE, queries.key_of(place or done))
    key = queries.key_of(place) if place else ""
    given = {"form": form, "title": title, "lead": lead, "place": place, "key": key}
    return render(request, "directory/form.html", given)
