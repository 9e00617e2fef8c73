"""How free places are given to those who wait: the rules of the authority, and a new one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import policies, presenters, queries
from waymark.delivery.training.actions import waiting
from waymark.delivery.training.forms.waiting import SetRule
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.doors import requires

from .found import actor_of, fill, planning_for


@requires(Permission.PLAN)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    rules = queries.waiting_rules(planning_for(request).pk)
    return render(request, "training/waiting.html", {"table": presenters.waiting_table(rules)})


@requires(Permission.PLAN)
@require_http_methods(["GET", "POST"])
def set_rule(request: HttpRequest) -> HttpResponse:
    authority, actor = planning_for(request), actor_of(request)
    return fill(
        request, form=SetRule(request.POST or None), may=policies.plans(actor, authority.pk),
        act=lambda said: waiting.set_rule(by=actor, authority_id=authority.pk, **said),
        given={"title": _("Set a rule"), "up": reverse("training:waiting"), "up_text": _("Waiting lists")},
        back=lambda done: ("training:waiting",),
    )  # fmt: skip
