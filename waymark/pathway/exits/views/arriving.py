"""What other authorities hand over to this one: the list, and the page where it is accepted or returned."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface import paging
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.exits import forms, policies, presenters
from waymark.pathway.exits.actions import transferring
from waymark.pathway.exits.models import Arrival


@requires(Permission.TRANSFER)
@require_GET
def arrivals(request: HttpRequest) -> HttpResponse:
    """What waits for an answer, by reference and sender. No names stand here."""
    actor = request.actor  # type: ignore[attr-defined]
    rows = Arrival.objects.visible_to(actor).filter(case__isnull=True).select_related("sender")
    page = paging.page(rows, request, order=("sent_at", "id"))
    given = {"page": page, "table": presenters.arrivals(page.rows)}
    return render(request, "exits/arrivals.html", given)


@requires(Permission.TRANSFER, shows=Arrival)
@require_http_methods(["GET", "POST"])
def arrival(request: HttpRequest, reference: str) -> HttpResponse:
    """What is handed over, and the answer. Once it is answered there is nothing here: the case is a page of its own."""
    actor = request.actor  # type: ignore[attr-defined]
    found = load(
        Arrival.objects.filter(case__isnull=True).select_related("sender"), actor, reference=reference
    )

    def act(said: dict[str, Any]) -> None:
        given = {"by": actor, "arrival": found, "version": version_of(request)}
        if said["accepts"]:
            transferring.accept(**given)
        else:
            transferring.give_back(**given, reason=said["reason"])

    return fill(
        request,
        form=forms.Answer(request.POST or None),
        may=policies.answer(actor, found),
        act=act,
        record=found,
        template="exits/arrival.html",
        given={"arrival": found, "rows": presenters.handed_rows(found, person=True)},
        back=("exits:arrivals",),
    )
