"""What stands behind the figures of training; and how many staff there are to train."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import counted, headcounts, policies, presenters
from waymark.delivery.training.actions import counting
from waymark.delivery.training.forms.counting import Count
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.interface import charts, filters, paging
from waymark.foundation.measures import asking

from .found import actor_of, authority_of, fill, planning_for


@requires(Permission.SEE)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The sessions of a period (`from`, `until`), narrowed as a figure is, with how many came. No name."""
    authority = authority_of(request, Permission.SEE, "training")
    scope = asking.scope_of(request.GET, authority.pk)
    chosen = filters.read(request, *counted.declared(authority.pk))
    found = counted.Counted(scope, counted.asked_of(request, chosen))
    page = paging.page(counted.whole(found.sessions), request, ("-starts_at", "id"))
    given = {
        "filter": chosen,
        "scope": scope,
        "sessions": charts.written(found.number),
        "people": charts.written(found.attendances),
        "page": page,
        "table": counted.session_table(page.rows, found.came_to(page.rows)),
        "alone": counted.alone_table(found.alone) if found.alone else None,
    }
    return render(request, "training/counted.html", given)


@requires(Permission.PLAN)
@require_GET
def staff(request: HttpRequest) -> HttpResponse:
    """For each place how many staff it has, and how many of them were trained in a period. No name."""
    scope = asking.scope_of(request.GET, planning_for(request).pk)
    given = {"scope": scope, "table": counted.scope_table(headcounts.of(scope))}
    return render(request, "training/headcounts.html", given)


@requires(Permission.PLAN)
@require_http_methods(["GET", "POST"])
def count(request: HttpRequest) -> HttpResponse:
    authority, actor = planning_for(request), actor_of(request)
    form = Count(
        request.POST or None, places=presenters.places(authority.pk), roles=presenters.roles(authority.pk)
    )
    return fill(
        request, form=form, may=policies.plans(actor, authority.pk),
        act=lambda said: counting.count(by=actor, authority_id=authority.pk, **form.said()),
        given={
            "title": _("Add a number of staff"), "up": reverse("training:headcounts"), "up_text": _("Staff in scope"),
            "lead": _("Whom training is for, and how many they are. A later number takes the place of an earlier."),
        },
        back=lambda done: ("training:headcounts",),
    )  # fmt: skip
