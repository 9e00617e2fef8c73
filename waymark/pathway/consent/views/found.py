"""The one way in which the pages of consent get their case, and how their forms go."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.loading import load
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.consent import queries
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.views.form_pages import Page, answer

SAID = "consent:said"


def case_of(request: HttpRequest, reference: str) -> Case:
    """The case of that reference, if the actor may see it; otherwise there is none (404)."""
    cases = Case.objects.select_related("referral__person", "lead")
    return load(cases, request.actor, reference=reference)  # type: ignore[attr-defined]


def form_page(
    page_of: Callable[[HttpRequest, Case, queries.Said], Page],
) -> Callable[..., HttpResponse]:
    """Makes the view of a function that gets the request, the case (or 404) and what was said of its consent."""

    @requires(Permission.CONSENT, shows=Referral)
    @require_http_methods(["GET", "POST"])
    @wraps(page_of)
    def view(request: HttpRequest, reference: str) -> HttpResponse:
        case = case_of(request, reference)
        page = page_of(request, case, queries.said(case))
        page.given["case"] = case
        return answer(request, case.referral, page, home=SAID)

    return view
