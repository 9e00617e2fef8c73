"""How a form page of the directory goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from waymark.foundation.access import filling
from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.working_for import where_may
from waymark.foundation.directory import policies, queries
from waymark.foundation.directory.models import Place
from waymark.foundation.interface.forms import Form

PLACE = "directory:place"


def keeper_of(request: HttpRequest) -> int:
    """The authority for which whoever asks keeps the directory. Http404 for nobody."""
    return where_may(request, policies.keep)


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
    return filling.fill(
        request, form=form, may=may, act=act, record=None, template="directory/form.html",
        given={"title": title, "lead": lead, "place": place, "key": queries.key_of(place) if place else ""},
        back=lambda done: (PLACE, queries.key_of(place or done)),
    )  # fmt: skip
