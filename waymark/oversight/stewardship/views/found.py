"""The request of a page, and how its form pages go: one question, one action, back to the request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.forms import Form
from waymark.oversight.stewardship.models import Request
from waymark.oversight.stewardship.permissions import Permission

BOTH = require_http_methods(["GET", "POST"])
PAGE = "stewardship:request"


@dataclass(frozen=True)
class Page:
    """One form page. `act` is called by keyword with what the form says, `by`, the request and its version."""

    title: Any
    form: Callable[..., Form]
    act: Callable[..., Any]
    may: Decision
    lead: Any = ""
    _: KW_ONLY
    button: Any = ""
    first: dict[str, Any] = field(default_factory=dict)


def actor_of(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def found(request: HttpRequest, reference: str) -> Request:
    """The request, if the actor may see it; otherwise there is none (404)."""
    return load(Request.objects.select_related("released_by"), actor_of(request), reference=reference)


def form_page(
    permission: Permission, *, proof: bool = False
) -> Callable[[Callable[[Actor, Request], Page]], Callable[..., HttpResponse]]:
    """Makes the view of a function that gets the actor and the request. With `proof` it wants a fresh proof."""

    def make(page_of: Callable[[Actor, Request], Page]) -> Callable[..., HttpResponse]:
        @wraps(page_of)
        def view(request: HttpRequest, reference: str) -> HttpResponse:
            by, held = actor_of(request), found(request, reference)
            page = page_of(by, held)
            return fill(
                request, form=page.form(request.POST or None, version=held.version, initial=page.first),
                may=page.may, record=held, template="stewardship/form.html",
                act=lambda said: page.act(by=by, request=held, version=version_of(request), **_said(said)),
                given={"title": page.title, "lead": page.lead, "held": held, "button": page.button},
                back=(PAGE, held.reference),
            )  # fmt: skip

        done = BOTH(view)
        return requires(permission, shows=Request)(step_up(done) if proof else done)

    return make


def _said(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name != "version"}
