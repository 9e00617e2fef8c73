"""Every measure with its definition, and the figures of a period for whoever may have them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.working_for import where_may
from waymark.foundation.interface import filters
from waymark.foundation.interface.doors import any_signed_in
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Scope, presenters
from waymark.foundation.measures.computing import overview
from waymark.foundation.measures.policies import counts
from waymark.foundation.places.models import Authority


@any_signed_in("Definitions are for everybody; figures are counted only for whoever may count them.")
def listing(request: HttpRequest) -> HttpResponse:
    others = [one for one in presenters.PERIODS if one[0] != presenters.USUAL]
    usual = dict(presenters.PERIODS)[presenters.USUAL]
    period = filters.One("days", _("Period"), others, unchosen=usual)
    asked = filters.read(request, period)
    days = int(next(iter(asked.values["days"]), presenters.USUAL))
    return render(request, "measures/listing.html", {"filter": asked, **_counted(request, days)})


def _counted(request: HttpRequest, days: int) -> dict[str, Any]:
    """`measures`, and whose and which days’ figures they are."""
    actor = request.actor  # type: ignore[attr-defined]
    today = clock.today()
    scope = None
    if any(counts(actor, key) for key in actor.authority_ids):
        scope = Scope(where_may(request, counts), today - timedelta(days=days - 1), today)
    figures = overview(scope, actor) if scope else {}
    authority = Authority.objects.filter(pk=scope.authority_id).first() if scope and figures else None
    return {"measures": presenters.listed(figures), "scope": scope, "authority": authority}
