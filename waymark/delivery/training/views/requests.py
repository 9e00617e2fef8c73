"""Requests for training, as those see them who plan: the list, one of them, taken, planned, declined."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import mine, policies, presenters, queries, worklist
from waymark.delivery.training.actions import asking
from waymark.delivery.training.forms.asking import Decline
from waymark.delivery.training.models import TrainingRequest
from waymark.delivery.training.permissions import Permission
from waymark.delivery.training.states import RequestState
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface import paging
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock

from .found import actor_of, fill
from .sessions import planning_form, taught_on

BOTH = require_http_methods(["GET", "POST"])
REQUEST = "training:request"


def request_of(request: HttpRequest, reference: str) -> TrainingRequest:
    return load(mine.requests(actor_of(request)), actor_of(request), reference=reference)


@requires(Permission.PLAN)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Those that wait for an answer first: the longest waiting on top."""
    found = TrainingRequest.objects.visible_to(actor_of(request)).select_related(
        "institution", "organisation", "owner", "audience"
    )
    page = paging.page(found, request, ("state", "asked_at", "id"))
    actor = actor_of(request)
    planned = [key for key in actor.authority_ids if policies.plans(actor, key)]
    waiting = found.filter(state=RequestState.ASKED)
    given = {
        "table": presenters.request_table(page.rows, worklist.answer_by(page.rows)), "page": page,
        "waiting": waiting.count(),
        "trainers": presenters.trainer_table(queries.workload(planned, clock.now())),
    }  # fmt: skip
    return render(request, "training/requests.html", given)


@requires(Permission.PLAN, shows=TrainingRequest)
@require_GET
def one(request: HttpRequest, reference: str) -> HttpResponse:
    found = request_of(request, reference)
    given = {"request_": found, "shown": mine.Asked.of(found, whole=True)}
    given["may"] = bool(policies.answer_request(actor_of(request), found))
    given["may_take"] = bool(policies.take_request(actor_of(request), found))
    return shown(request, found, "training/request.html", given)


def _up(found: TrainingRequest) -> dict[str, str]:
    here = reverse(REQUEST, args=[found.reference])
    return {"up": here, "up_text": _("Back to the request"), "caption": found.reference}


@requires(Permission.PLAN)
@BOTH
def take(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = request_of(request, reference), actor_of(request)
    return fill(
        request, form=Form(request.POST or None, version=found.version), may=policies.take_request(actor, found),
        act=lambda said: asking.take(by=actor, request=found, version=version_of(request)),
        given={"title": _("Take this request"), "lead": _("You answer it: it stands on your day."), **_up(found)},
        back=lambda done: (REQUEST, reference),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    """The session for whoever asked: what they said stands in the form."""
    found, actor = request_of(request, reference), actor_of(request)
    where = f"i:{found.institution_id}" if found.institution_id else ""
    where = where or (f"o:{found.organisation_id}" if found.organisation_id else "")
    first = {"where": where, "capacity": found.number, "place": found.elsewhere}
    form, courses = planning_form(request, found.authority_id, version=found.version, initial=first)
    return fill(
        request, form=form, may=policies.answer_request(actor, found),
        act=lambda said: asking.plan(
            by=actor, request=found, version=version_of(request), taught=taught_on(courses, form),
            when=form.when(), how=form.how(),
        ),
        given={
            "title": _("Plan the session"), "lead": _("Whoever asked is told, and can book their people."),
            **_up(found),
        },
        back=lambda done: ("training:session", done[1].reference),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def decline(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = request_of(request, reference), actor_of(request)
    return fill(
        request, form=Decline(request.POST or None, version=found.version), may=policies.answer_request(actor, found),
        act=lambda said: asking.decline(
            by=actor, request=found, version=version_of(request), because=said["because"]
        ),
        given={
            "title": _("Decline this request"), "lead": _("Whoever asked is told, and reads the reason."),
            **_up(found),
        },
        back=lambda done: (REQUEST, reference),
    )  # fmt: skip
