"""How every form page about a referral goes. A view says only what differs: the question, its form, its deed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.models import Protected
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.forms import Form
from waymark.pathway.referrals import policies
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission

from .found import RECORD, referral_of


@dataclass(frozen=True)
class Page:
    """One form page about a referral.

    `act` is called by keyword with what the form says, `by` and, where the page is of something that is changed
    (`versioned`), the `version` it was drawn from. `may` is by default whether the actor may work on the referral.
    """

    title: Any
    form: Callable[[Any], Form]
    act: Callable[..., Any]
    may: Decision | None = None
    versioned: Protected | None = None
    template: str = "referrals/triage_form.html"
    given: dict[str, Any] = field(default_factory=dict)
    back: tuple[str, ...] = ()


def form_page(
    permission: Permission, *, proof: bool = False
) -> Callable[[Callable[..., Page]], Callable[..., HttpResponse]]:
    """Makes the view of a function that gets the request, the referral (or 404) and the other words of the address.

    With `proof` the deed is dangerous: it wants a fresh proof of who acts.
    """

    def make(page_of: Callable[..., Page]) -> Callable[..., HttpResponse]:
        @wraps(page_of)
        def view(request: HttpRequest, reference: str, **more: Any) -> HttpResponse:
            referral = referral_of(request, reference)
            return answer(request, referral, page_of(request, referral, **more))

        proved = step_up(view) if proof else view
        return requires(permission, shows=Referral)(require_http_methods(["GET", "POST"])(proved))

    return make


def answer(request: HttpRequest, referral: Referral, page: Page, home: str = RECORD) -> HttpResponse:
    """The response of one form page. `home` is the page of the referral it belongs to: triage’s, or the police’s."""
    always: dict[str, Any] = {"by": request.actor}  # type: ignore[attr-defined]
    if page.versioned is not None:
        always["version"] = version_of(request)
    may = policies.triage_work(always["by"], referral) if page.may is None else page.may
    return fill(
        request,
        form=page.form(request.POST or None),
        may=may,
        act=lambda said: page.act(**always, **said),
        record=referral,
        template=page.template,
        given={
            "referral": referral,
            "title": page.title,
            "versioned": page.versioned or referral,
            "home": home,
            **page.given,
        },
        back=page.back or (home, referral.reference),
    )
