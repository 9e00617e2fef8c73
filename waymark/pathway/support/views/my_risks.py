"""A risk, to the one person who answers for it: that risk, and nothing else of the case."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown, version_of
from waymark.foundation.access.loading import load
from waymark.pathway.support import policies, queries, risks_shown
from waymark.pathway.support.actions import weighing
from waymark.pathway.support.forms import risks as forms
from waymark.pathway.support.models import Risk
from waymark.pathway.support.permissions import Permission

from .mine import BOTH, MINE, page

ONE = "support:my-risk"


def risk_of(request: HttpRequest, reference: str) -> Risk:
    """One’s own risk of that reference; otherwise there is none (404)."""
    return load(queries.my_risks(request.actor), request.actor, reference=reference)  # type: ignore[attr-defined]


@requires(Permission.GIVE, shows=Risk)
@require_GET
def risk(request: HttpRequest, reference: str) -> HttpResponse:
    found = risk_of(request, reference)
    shows = risks_shown.RiskPage.of_mine(request.actor, found)  # type: ignore[attr-defined]
    return shown(request, found, "support/my_risk.html", {"risk": found, "shown": shows})


@requires(Permission.GIVE)
@require_POST
def accept(request: HttpRequest, reference: str) -> HttpResponse:
    """One button, no page of its own."""
    weighing.accept(by=request.actor, risk=risk_of(request, reference), version=version_of(request))  # type: ignore[attr-defined]
    return redirect(ONE, reference)


@requires(Permission.GIVE, shows=Risk)
@BOTH
def decline(request: HttpRequest, reference: str) -> HttpResponse:
    found = risk_of(request, reference)
    act = partial(weighing.decline, risk=found)
    may = policies.give_back_risk(request.actor, found)  # type: ignore[attr-defined]
    return page(
        request, found, _("Say why you do not answer for it"), forms.Decline, act, may, back=(MINE,), one=ONE
    )


@requires(Permission.GIVE, shows=Risk)
@BOTH
def review(request: HttpRequest, reference: str) -> HttpResponse:
    found = risk_of(request, reference)
    form = partial(forms.Review, initial={"done_about": found.done_about})
    act = partial(weighing.review, risk=found)
    may = policies.review_risk(request.actor, found)  # type: ignore[attr-defined]
    return page(request, found, _("Look at a risk again"), form, act, may, one=ONE)
