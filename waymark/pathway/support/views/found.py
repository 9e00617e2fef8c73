"""The one way in which the pages of support get their case, and how their forms go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.access.models import Protected
from waymark.foundation.interface.forms import Form
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.referrals.models import Referral

PLAN, ACTION = "support:plan", "support:action"


def case_of(request: HttpRequest, reference: str) -> Case:
    """The case of that reference, if the actor may see it; otherwise there is none (404)."""
    cases = Case.objects.select_related("referral", "lead")
    return load(cases, request.actor, reference=reference)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Page:
    """One form page about the support of a case. `versioned`: what is changed (None: nothing that was there)."""

    title: Any
    form: Callable[[Any], Form]
    act: Callable[..., Any]
    may: Decision
    versioned: Protected | None = None
    given: dict[str, Any] = field(default_factory=dict)
    template: str = "support/form.html"
    # Where it leads back to, if not to the plan or the action.
    back: tuple[str, ...] = ()


def form_page(page_of: Callable[..., Page]) -> Callable[..., HttpResponse]:
    """Makes the view of a function that gets the request, the case (or 404) and the rest of the address."""

    @requires(Permission.SUPPORT, shows=Referral)
    @require_http_methods(["GET", "POST"])
    @wraps(page_of)
    def view(request: HttpRequest, reference: str, **more: Any) -> HttpResponse:
        case = case_of(request, reference)
        page = page_of(request, case, **more)
        # What is done to one part of the plan leads back to that part.
        back = page.back or _back(reference, **more)
        always: dict[str, Any] = {"by": request.actor}  # type: ignore[attr-defined]
        if page.versioned is not None:
            always["version"] = version_of(request)
        return fill(
            request,
            form=page.form(request.POST or None),
            may=page.may,
            act=lambda said: page.act(**always, **said),
            record=case.referral,
            template=page.template,
            given={
                "case": case, "title": page.title, "versioned": page.versioned,
                "back_href": reverse(back[0], args=back[1:]), **page.given,
            },
            back=back,
        )  # fmt: skip

    return view


def _back(reference: str, action_reference: str = "", **_more: Any) -> tuple[str, ...]:
    return (ACTION, reference, action_reference) if action_reference else (PLAN, reference)
