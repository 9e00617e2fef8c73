"""The one way in which the pages of police assessment get their record, and how their forms go."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.loading import load
from waymark.pathway.assessment import queries
from waymark.pathway.assessment.models import PoliceAssessment
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission
from waymark.pathway.referrals.views.form_pages import Page, answer

RECORD = "assessment:record"


def assessment_of(request: HttpRequest, reference: str) -> PoliceAssessment:
    """The newest assessment of the referral of that reference, if the actor may see it; otherwise none (404)."""
    actor = request.actor  # type: ignore[attr-defined]
    return load(queries.newest(actor), actor, referral__reference=reference)


def form_page(permission: Permission) -> Callable[[Callable[..., Page]], Callable[..., HttpResponse]]:
    """Makes the view of a function that gets the request, the assessment (or 404) and the rest of the address."""

    def make(page_of: Callable[..., Page]) -> Callable[..., HttpResponse]:
        @requires(permission, shows=Referral)
        @require_http_methods(["GET", "POST"])
        @wraps(page_of)
        def view(request: HttpRequest, reference: str, **more: Any) -> HttpResponse:
            assessment = assessment_of(request, reference)
            return answer(request, assessment.referral, page_of(request, assessment, **more), home=RECORD)

        return view

    return make
