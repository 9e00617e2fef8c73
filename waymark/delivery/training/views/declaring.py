"""Certificates from elsewhere: declared by whoever books or plans; confirmed or refused by whoever plans."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import declared_paper, declared_shown, mine, policies, presenters, queries
from waymark.delivery.training.actions import declaring
from waymark.delivery.training.forms.declaring import Confirm, Declare, Refuse
from waymark.delivery.training.models import Declared
from waymark.delivery.training.permissions import Permission
from waymark.delivery.training.states import DeclaredState
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface import paging

from .found import actor_of, booking_for, fill, planning_for

BOTH = require_http_methods(["GET", "POST"])
WAY_IN = "training:visitor"


def declared_of(request: HttpRequest, reference: str) -> Declared:
    return load(queries.declared(actor_of(request)), actor_of(request), reference=reference)


def _declare(
    request: HttpRequest, authority_id: int, where: Any, page: str, up: dict[str, str]
) -> HttpResponse:
    actor = actor_of(request)
    form = Declare(
        request.POST or None,
        places=[] if where else presenters.places(authority_id),
        roles=presenters.roles(authority_id),
    )
    return fill(
        request, form=form, may=policies.declare(actor, authority_id),
        act=lambda said: declaring.declare(by=actor, authority_id=authority_id, **form.said(where)),
        given={
            "title": _("Declare a certificate from elsewhere"), **up,
            "lead": _("Whoever plans training looks at it. Until they confirm it, it counts for nothing. It is never "
                      "among the figures of our own training."),
        },
        back=lambda done: (page, done.reference),
    )  # fmt: skip


@requires(Permission.BOOK, visitors=WAY_IN)
@BOTH
def add_mine(request: HttpRequest) -> HttpResponse:
    """By whoever books for their own people."""
    authority_id = booking_for(request)
    where = mine.works_at(actor_of(request), authority_id)
    up = {"up": reverse("training:mine"), "up_text": _("Your training")}
    return _declare(request, authority_id, where, "training:mine-declared", up)


@requires(Permission.BOOK, shows=Declared, visitors=WAY_IN)
@require_GET
def one_of_mine(request: HttpRequest, reference: str) -> HttpResponse:
    found = declared_of(request, reference)
    given = {"declared": found, "summary": declared_shown.summary(found), "mine": True}
    given["paper"] = declared_paper.shown(actor_of(request), found)
    return shown(request, found, "training/declared_one.html", given)


@requires(Permission.PLAN)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Those that wait for an answer, or (`?all`) all of them."""
    found, everything = queries.declared(actor_of(request)), "all" in request.GET
    if not everything:
        found = found.filter(state=DeclaredState.DECLARED)
    page = paging.page(found, request, ("declared_at", "id"))
    given = {"table": declared_shown.table(page.rows, "declared-one"), "page": page, "everything": everything}
    return render(request, "training/declared.html", given)


@requires(Permission.PLAN)
@BOTH
def add(request: HttpRequest) -> HttpResponse:
    up = {"up": reverse("training:declared"), "up_text": _("Certificates from elsewhere")}
    return _declare(request, planning_for(request).pk, None, "training:declared-one", up)


@requires(Permission.PLAN, shows=Declared)
@require_GET
def one(request: HttpRequest, reference: str) -> HttpResponse:
    found = declared_of(request, reference)
    given = {"declared": found, "summary": declared_shown.summary(found)}
    given["may"] = bool(policies.answer_declared(actor_of(request), found))
    given["paper"] = declared_paper.shown(actor_of(request), found)
    return shown(request, found, "training/declared_one.html", given)


def _up(found: Declared) -> dict[str, str]:
    """With what is answered: what was learned, from whom, and when."""
    here = reverse("training:declared-one", args=[found.reference])
    words = {"course": found.course, "provider": found.provider, "day": presenters.day(found.held_on)}
    caption = _("%(course)s, %(provider)s, %(day)s") % words
    return {"caption": caption, "up": here, "up_text": _("Back to the certificate")}


@requires(Permission.PLAN)
@BOTH
def confirm(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = declared_of(request, reference), actor_of(request)
    courses = {str(one.pk): one for one in queries.could_count_as(actor, found)}
    form = Confirm(
        request.POST or None, version=found.version,
        courses=[(key, f"{one} ({one.audience})") for key, one in courses.items()],
        same=next((key for key, one in courses.items() if one.name.casefold() == found.course.casefold()), ""),
    )  # fmt: skip
    return fill(
        request, form=form, may=policies.answer_declared(actor, found),
        act=lambda said: declaring.confirm(
            by=actor, declared=found, version=version_of(request), counts_as=courses.get(said["counts_as"])
        ),
        given={
            "title": _("Confirm this certificate"), **_up(found),
            "lead": _("From then on the person is due again some months after its day, as you set for their role."),
        },
        back=lambda done: ("training:declared-one", reference),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def refuse(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = declared_of(request, reference), actor_of(request)
    return fill(
        request, form=Refuse(request.POST or None, version=found.version), may=policies.answer_declared(actor, found),
        act=lambda said: declaring.refuse(
            by=actor, declared=found, version=version_of(request), because=said["because"]
        ),
        given={"title": _("Refuse this certificate"), **_up(found)},
        back=lambda done: ("training:declared-one", reference),
    )  # fmt: skip
