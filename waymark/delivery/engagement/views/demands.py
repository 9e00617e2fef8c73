"""What was asked for: noted, summed by theme, made a request for training, answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.engagement import forms, policies, queries, shown
from waymark.delivery.engagement.actions import demands
from waymark.delivery.engagement.actions.demands import Heard
from waymark.delivery.engagement.models import Demand, Where
from waymark.delivery.engagement.permissions import Permission
from waymark.delivery.training import presenters
from waymark.delivery.training import queries as of_training
from waymark.delivery.training.forms.catalogue import AddLine
from waymark.delivery.training.models import Audience, TrainingRequest
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface import paging
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock

from .found import actor_of, authority_of, demand_of, fill, keeps

BOTH = require_http_methods(["GET", "POST"])
LIST = "engagement:demands"


@requires(Permission.KEEP)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The newest first, and how many there are of each theme."""
    keeps(request)
    actor = actor_of(request)
    page = paging.page(queries.demands(actor), request, ("-noted_at", "id"))
    given = {
        "table": shown.demand_table(page.rows), "page": page,
        "sums": shown.sum_table(queries.sums(actor, clock.now())), "themes": list(queries.themes(actor)),
    }  # fmt: skip
    return render(request, "engagement/demands.html", given)


@requires(Permission.KEEP)
@require_GET
def one(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = demand_of(request, reference), actor_of(request)
    given = {
        "demand": found, "rows": shown.demand_rows(found),
        "may_ask": bool(policies.ask_for(actor, found)), "may_answer": bool(policies.answer_demand(actor, found)),
    }  # fmt: skip
    return render(request, "engagement/demand.html", given)


@requires(Permission.KEEP)
@BOTH
def note(request: HttpRequest) -> HttpResponse:
    """With `request` in the address: what was asked for in that request."""
    authority_id, actor = authority_of(request), actor_of(request)
    themes = {str(one.pk): one for one in queries.offered(actor)}
    from_request = _request(request)
    form = forms.Note(
        request.POST or None, initial=_of_request(from_request),
        themes=[(key, one.name) for key, one in themes.items()],
        audiences=[(str(one.pk), one.name) for one in of_training.offered(Audience, authority_id)],
        places=presenters.places(authority_id),
    )  # fmt: skip

    def act(said: dict[str, Any]) -> Demand:
        heard = Heard(theme=themes[said["theme"]], request=from_request, **form.said())
        return demands.note(by=actor, authority_id=authority_id, heard=heard)

    return fill(
        request, form=form, may=policies.keep(actor, authority_id), act=act, record=None,
        given={"title": _("Note what was asked for"), "up": reverse(LIST), "up_text": _("What was asked for")},
        back=lambda done: ("engagement:demand", done.reference),
    )  # fmt: skip


def _request(request: HttpRequest) -> TrainingRequest | None:
    reference = request.GET.get("request", "")
    return load(TrainingRequest.objects.all(), actor_of(request), reference=reference) if reference else None


def _of_request(found: TrainingRequest | None) -> dict[str, Any]:
    """What a request says already; its words are not carried, as they may say more than belongs here."""
    if found is None:
        return {}
    where = f"i:{found.institution_id}" if found.institution_id else ""
    where = where or (f"o:{found.organisation_id}" if found.organisation_id else "")
    return {"heard": Where.REQUEST.value, "where": where, "audience": str(found.audience_id or "")}


def _up(found: Demand) -> dict[str, Any]:
    here = reverse("engagement:demand", args=[found.reference])
    return {"up": here, "up_text": _("Back"), "caption": found.reference}


@requires(Permission.KEEP)
@BOTH
def ask_for(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = demand_of(request, reference), actor_of(request)
    known = bool(found.institution_id or found.organisation_id)
    form = forms.AskFor(request.POST or None, version=found.version, place_is_known=known)
    names = ("number", "name", "elsewhere")
    return fill(
        request, form=form, record=None, may=policies.ask_for(actor, found),
        act=lambda said: demands.ask_for(
            by=actor, demand=found, version=version_of(request), **{name: said[name] for name in names if name in said}
        ),
        given={
            "title": _("Make it a request for training"), **_up(found),
            "lead": _("It joins the requests that schools and others send, and is planned or declined there."),
        },
        back=lambda done: ("training:request", done[1].reference),
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = demand_of(request, reference), actor_of(request)
    courses = {str(one.pk): one for one in of_training.courses(actor).filter(ended_on__isnull=True)}
    names = [(key, f"{one.name} ({one.audience.name})") for key, one in courses.items()]
    return fill(
        request, form=forms.Answer(request.POST or None, version=found.version, courses=names), record=None,
        may=policies.answer_demand(actor, found),
        act=lambda said: demands.answer(
            by=actor, demand=found, version=version_of(request), answer=said["answer"],
            course=courses.get(said["course"]),
        ),
        given={"title": _("Say what came of it"), **_up(found)}, back=("engagement:demand", reference),
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def begin_themes(request: HttpRequest) -> HttpResponse:
    authority_id, actor = authority_of(request), actor_of(request)
    return fill(
        request, form=Form(request.POST or None), may=policies.keep(actor, authority_id), record=None,
        act=lambda said: demands.begin_themes(by=actor, authority_id=authority_id),
        given={
            "title": _("Begin with the usual themes"), "up": reverse(LIST), "up_text": _("What was asked for"),
            "lead": _("You can add to the list and take from it. A faith, an ethnic group or a place of worship is no "
                      "theme."),
        },
        back=(LIST,),
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def add_theme(request: HttpRequest) -> HttpResponse:
    authority_id, actor = authority_of(request), actor_of(request)
    return fill(
        request, form=AddLine(request.POST or None), may=policies.keep(actor, authority_id), record=None,
        act=lambda said: demands.add_theme(by=actor, authority_id=authority_id, **said),
        given={
            "title": _("Add a theme"), "up": reverse(LIST), "up_text": _("What was asked for"),
            "lead": _("A faith, an ethnic group or a place of worship is no theme."),
        },
        back=(LIST,),
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def end_theme(request: HttpRequest, theme_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = load(queries.themes(actor), actor, pk=theme_id)
    return fill(
        request, form=Form(request.POST or None), may=policies.keep(actor, found.authority_id), record=None,
        act=lambda said: demands.end_theme(by=actor, theme=found),
        given={
            "title": _("Take off the list"), "caption": found.name, "up": reverse(LIST),
            "up_text": _("What was asked for"), "lead": _("It is not offered any more. What names it stays as it is."),
        },
        back=(LIST,),
    )  # fmt: skip
