"""How the form pages of a Channel case go: the case (or 404), the question, one action, back to the case."""

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
from waymark.foundation.access.loading import load
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.forms import Form
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.referrals.models import Referral

HOME = "channel:case"


@dataclass(frozen=True)
class Page:
    """One form page. `act` is called by keyword with what the form says, `by`, and the version of the case."""

    title: Any
    form: Callable[[Any], Form]
    act: Callable[..., Any]
    may: Decision
    template: str = "exits/form.html"
    given: dict[str, Any] = field(default_factory=dict)


def case_page(
    permission: Permission, *, proof: bool = False
) -> Callable[[Callable[..., Page]], Callable[..., HttpResponse]]:
    """Makes the view of a function that gets the request and the case. With `proof` it wants a fresh proof."""

    def make(page_of: Callable[..., Page]) -> Callable[..., HttpResponse]:
        @wraps(page_of)
        def view(request: HttpRequest, reference: str) -> HttpResponse:
            actor = request.actor  # type: ignore[attr-defined]
            found = Case.objects.select_related("referral__person", "lead")
            case = load(found, actor, reference=reference)
            page = page_of(request, case)
            return fill(
                request,
                form=page.form(request.POST or None),
                may=page.may,
                act=lambda said: page.act(by=actor, version=version_of(request), **said),
                record=case.referral,
                template=page.template,
                given={"case": case, "title": page.title, **page.given},
                back=(HOME, case.reference),
            )

        proved = step_up(view) if proof else view
        return requires(permission, shows=Referral)(require_http_methods(["GET", "POST"])(proved))

    return make
