"""To whom referrals of the authority go: what holds, what held, and another setting from a day on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill
from waymark.foundation.access.working_for import where_may
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.kernel import clock
from waymark.pathway.concerns import policies, presenters
from waymark.pathway.concerns import routing as settings
from waymark.pathway.concerns.actions import routing
from waymark.pathway.concerns.forms.routing import Route
from waymark.pathway.concerns.permissions import Permission


@requires(Permission.ROUTE)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """What holds today, and every setting with its source."""
    authority_id = _authority(request)
    given = {
        "with_police": settings.with_police(authority_id, clock.today()),
        "table": presenters.routing_table(settings.agreed(authority_id), clock.today()),
    }
    return render(request, "concerns/routing.html", given)


@requires(Permission.ROUTE)
@require_http_methods(["GET", "POST"])
@step_up
def route(request: HttpRequest) -> HttpResponse:
    """Another setting, from a day on."""
    by, authority_id = request.actor, _authority(request)  # type: ignore[attr-defined]
    return fill(
        request, form=Route(request.POST or None), may=policies.route(by, authority_id), record=None,
        act=lambda said: routing.route(by=by, authority_id=authority_id, **said),
        template="concerns/route.html", back=("concerns:routing",), given={},
    )  # fmt: skip


def _authority(request: HttpRequest) -> int:
    """Where whoever asks leads; 404 when nowhere."""
    return where_may(request, policies.route)
