"""Councillors by term: who has had the induction, who has not; terms and people are added, noted and ended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import councillors_shown, inductions, policies, queries
from waymark.delivery.training.actions import councillors
from waymark.delivery.training.forms.councillors import AddCouncillors, EndCouncillor, NoteInduction, SetTerm
from waymark.delivery.training.models import Councillor, Term
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.kernel import clock
from waymark.foundation.measures import asking

from .found import actor_of, fill, planning_for

BOTH = require_http_methods(["GET", "POST"])


def _term(request: HttpRequest, term_id: UUID) -> Term:
    return load(inductions.terms(actor_of(request)), actor_of(request), pk=term_id)


def _up(term: Term) -> dict[str, str]:
    return {
        "up": reverse("training:term", args=[term.pk]), "up_text": _("Back to the councillors"), "caption": term.name
    }  # fmt: skip


@requires(Permission.PLAN)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """All terms; with `until` in the address those that run on that day, as a figure counts them."""
    authority_id, found, until = planning_for(request).pk, inductions.terms(actor_of(request)), ""
    if "until" in request.GET:
        on = asking.scope_of(request.GET, authority_id).until_on
        found, until = inductions.running(authority_id, on), on.isoformat()
    given = {"table": councillors_shown.term_table(found, until), "narrowed": bool(until)}
    return render(request, "training/terms.html", given)


@requires(Permission.PLAN, shows=Term)
@require_GET
def term(request: HttpRequest, term_id: UUID) -> HttpResponse:
    """Its councillors, by name, and N of M inducted: today, or as at `until`."""
    found = _term(request, term_id)
    today = asking.scope_of(request.GET, found.authority_id).until_on
    rows = inductions.of(found, today)
    given = {
        "term": found, "on": today if today != clock.today() else None,
        "table": councillors_shown.member_table(rows, today), "all": len(rows),
        "done": sum(one.done_on is not None for one in rows), "late": sum(one.is_overdue(today) for one in rows),
    }  # fmt: skip
    return shown(request, found, "training/term.html", given)


@requires(Permission.PLAN)
@BOTH
def set_term(request: HttpRequest) -> HttpResponse:
    authority, actor = planning_for(request), actor_of(request)
    courses = {str(one.pk): one for one in queries.courses(actor).filter(ended_on__isnull=True)}
    names = [(key, f"{one.name} ({one.audience.name})") for key, one in courses.items()]

    def act(said: dict[str, Any]) -> Term:
        given = said | {"induction": courses[said["induction"]]}
        return councillors.set_term(by=actor, authority_id=authority.pk, **given)

    return fill(
        request, form=SetTerm(request.POST or None, courses=names), may=policies.plans(actor, authority.pk), act=act,
        given={"title": _("Add a term"), "up": reverse("training:terms"), "up_text": _("Councillors")},
        back=lambda done: ("training:term", done.pk),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def add(request: HttpRequest, term_id: UUID) -> HttpResponse:
    found, actor = _term(request, term_id), actor_of(request)
    form = AddCouncillors(request.POST or None, initial={"elected_on": found.elected_on})
    return fill(
        request, form=form, may=policies.plans(actor, found.authority_id),
        act=lambda said: councillors.add(by=actor, term=found, **said),
        given={"title": _("Add councillors"), **_up(found)}, back=lambda done: ("training:term", found.pk),
    )  # fmt: skip


def _councillor(request: HttpRequest, councillor_id: UUID) -> Councillor:
    return load(Councillor.objects.select_related("term__induction"), actor_of(request), pk=councillor_id)


@requires(Permission.PLAN, shows=Term)
@BOTH
def note_induction(request: HttpRequest, councillor_id: UUID) -> HttpResponse:
    found, actor = _councillor(request, councillor_id), actor_of(request)
    return fill(
        request, form=NoteInduction(request.POST or None, version=found.version), record=found.term,
        may=policies.change_councillor(actor, found),
        act=lambda said: councillors.note_induction(
            by=actor, councillor=found, version=version_of(request), done_on=said["done_on"], done_how=said["done_how"]
        ),
        given={"title": _("Note an induction"), **_up(found.term), "caption": found.name},
        back=lambda done: ("training:term", found.term_id),
    )  # fmt: skip


@requires(Permission.PLAN, shows=Term)
@BOTH
def end(request: HttpRequest, councillor_id: UUID) -> HttpResponse:
    found, actor = _councillor(request, councillor_id), actor_of(request)
    return fill(
        request, form=EndCouncillor(request.POST or None, version=found.version), record=found.term,
        may=policies.change_councillor(actor, found),
        act=lambda said: councillors.end(
            by=actor, councillor=found, version=version_of(request), left_on=said["left_on"]
        ),
        given={"title": _("A councillor has left"), **_up(found.term), "caption": found.name},
        back=lambda done: ("training:term", found.term_id),
    )  # fmt: skip
