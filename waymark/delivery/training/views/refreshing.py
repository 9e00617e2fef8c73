"""Who is due again: how many at each place, who they are, a word to their contact; and the periods."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import due, due_shown, policies, presenters, queries
from waymark.delivery.training.actions import refreshing
from waymark.delivery.training.actions.booking import Where
from waymark.delivery.training.forms.refreshing import SetRule
from waymark.delivery.training.models import StaffRole
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Organisation

from .found import actor_of, fill, planning_for

BOTH = require_http_methods(["GET", "POST"])
KINDS = {"institution": "institution_id", "organisation": "organisation_id"}


def _where(kind: str, key: int) -> Where:
    try:
        return Where(**{KINDS[kind]: key})
    except KeyError as unknown:
        raise Http404 from unknown


@requires(Permission.PLAN)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """For each place how many are due and overdue; and the periods by role. No name."""
    authority = planning_for(request)
    given = {
        "table": due_shown.place_table(due.by_place(authority.pk, clock.today())),
        "rules": due_shown.rule_table(queries.rules(authority.pk), clock.today()),
    }
    return render(request, "training/due.html", given)


@requires(Permission.PLAN, shows=Organisation)
@require_GET
def at_place(request: HttpRequest, kind: str, place_id: int) -> HttpResponse:
    """Who is due at one place, by name."""
    authority, where = planning_for(request), _where(kind, place_id)
    place = due.place_of(authority.pk, where)
    table = due_shown.people_table(due.those_at(authority.pk, where, clock.today()), clock.today())
    given = {"place": place, "table": table, "kind": kind}
    return shown(request, place, "training/due_at.html", given)


@requires(Permission.PLAN)
@BOTH
def nudge(request: HttpRequest, kind: str, place_id: int) -> HttpResponse:
    authority, actor, where = planning_for(request), actor_of(request), _where(kind, place_id)
    place = due.place_of(authority.pk, where)
    here = {"kind": kind, "place_id": place_id}
    return fill(
        request, form=Form(request.POST or None), may=policies.plans(actor, authority.pk),
        act=lambda said: refreshing.nudge(by=actor, authority_id=authority.pk, where=where),
        given={
            "title": _("Write to their contact"), "caption": str(place), "up": reverse("training:due-at", kwargs=here),
            "up_text": _("Back"), "button": _("Send"),
            "lead": _("They get an email that people there are due for training again, with the way to book. It names "
                      "nobody, and goes at most once in a month."),
        },
        back=lambda done: ("training:due",),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def set_rule(request: HttpRequest) -> HttpResponse:
    authority, actor = planning_for(request), actor_of(request)
    held = {str(one.pk): one for one in queries.offered(StaffRole, authority.pk)}
    form = SetRule(request.POST or None, roles=presenters.roles(authority.pk))
    return fill(
        request, form=form, may=policies.plans(actor, authority.pk),
        act=lambda said: refreshing.set_rule(by=actor, **said | {"role": held[said["role"]]}),
        given={"title": _("Set a period"), "up": reverse("training:due"), "up_text": _("Who is due again")},
        back=lambda done: ("training:due",),
    )  # fmt: skip
