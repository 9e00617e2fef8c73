"""What is needed, and how many are in date; who is due: how many at each place, who, and a word to their contact."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import due, due_shown, needs, policies, presenters, queries
from waymark.delivery.training.actions import refreshing
from waymark.delivery.training.actions.booking import Where
from waymark.delivery.training.actions.refreshing import Asked
from waymark.delivery.training.forms.refreshing import SetRule
from waymark.delivery.training.models import RefreshRule, StaffRole
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown
from waymark.foundation.directory.presenters import KINDS as PLACE_KINDS
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.foundation.measures import asking
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
    """For each place how many are to be asked and overdue. No name."""
    authority = planning_for(request)
    given = {"table": due_shown.place_table(due.by_place(authority.pk, clock.today()))}
    return render(request, "training/due.html", given)


@requires(Permission.PLAN)
@require_GET
def needed(request: HttpRequest) -> HttpResponse:
    """What each role and kind of place needs, and N of M in date as at a day (`until`), narrowed as a figure is."""
    authority_id = planning_for(request).pk
    on = asking.scope_of(request.GET, authority_id).until_on
    of = {split: request.GET[split] for split in needs.SPLITS if split in request.GET}
    rows, whole = needs.needs(authority_id, on, of)
    given = {
        "table": due_shown.need_table(rows), "whole": whole, "on": on, "narrowed": bool(of),
        "rules": due_shown.rule_table(needs.rules(authority_id), clock.today()),
    }  # fmt: skip
    return render(request, "training/needs.html", given)


@requires(Permission.PLAN, shows=Organisation)
@require_GET
def at_place(request: HttpRequest, kind: str, place_id: int) -> HttpResponse:
    """Who is due at one place, by name."""
    authority, where = planning_for(request), _where(kind, place_id)
    place = due.place_of(authority.pk, where)
    table = due_shown.people_table(due.those_at(authority.pk, where, clock.today()))
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
            "up_text": _("Back"),
            "lead": _("Their contact for training or safeguarding, and their head or manager, get an email that people "
                      "there are due for training, with the way to book. It names nobody, and goes at most once in a "
                      "month."),
        },
        back=lambda done: ("training:due",),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def set_rule(request: HttpRequest) -> HttpResponse:
    """A line of what is needed; with `like` in the address it begins as that one stands."""
    authority, actor = planning_for(request), actor_of(request)
    held = {str(one.pk): one for one in queries.offered(StaffRole, authority.pk)}
    courses = {str(one.pk): one for one in queries.courses(actor).filter(ended_on__isnull=True)}
    form = SetRule(
        request.POST or None, initial=_like(authority.pk, request.GET.get("like", "")),
        roles=presenters.roles(authority.pk), kinds=list(PLACE_KINDS.items()),
        courses=[(key, f"{one.name} ({one.audience.name})") for key, one in courses.items()],
    )  # fmt: skip

    def act(said: dict[str, Any]) -> RefreshRule:
        on, because = said.pop("from_on"), said.pop("because")
        asked = Asked(**said | {"role": held.get(said["role"]), "course": courses.get(said["course"])})
        return refreshing.set_rule(
            by=actor, authority_id=authority.pk, asked=asked, from_on=on, because=because
        )

    return fill(
        request, form=form, may=policies.plans(actor, authority.pk), act=act,
        given={"title": _("Set what is needed"), "up": reverse("training:needs"), "up_text": _("What is needed")},
        back=lambda done: ("training:needs",),
    )  # fmt: skip


def _like(authority_id: int, key: str) -> dict[str, Any]:
    """The answers of a line that is to be changed; none for a key that is none."""
    rule = next((one for one in needs.rules(authority_id) if str(one.pk) == key), None) if key else None
    if rule is None:
        return {}
    names = ("place_kind", "is_needed", "months", "window_days", "grace_days", "reminds")
    first = {name: getattr(rule, name) for name in names}
    return first | {"role": str(rule.role_id or ""), "course": str(rule.course_id or "")}
