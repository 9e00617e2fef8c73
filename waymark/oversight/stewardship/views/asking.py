"""Requests: the list, recording one, its page, and what becomes known of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, shown
from waymark.foundation.access.working_for import where_may
from waymark.foundation.interface import paging
from waymark.foundation.interface.doors import MARKING
from waymark.oversight.stewardship import forms, policies, presenters
from waymark.oversight.stewardship.actions import recording
from waymark.oversight.stewardship.models import Disclosure, Request
from waymark.oversight.stewardship.permissions import Permission
from waymark.oversight.stewardship.states import RequestState

from .found import BOTH, PAGE, Page, actor_of, form_page, found


@requires(Permission.SEE)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """References and days; no name."""
    actor = actor_of(request)
    page = paging.page(Request.objects.visible_to(actor), request)
    given = {"table": presenters.table(page.rows), "page": page, "records": actor.may(Permission.RECORD)}
    return render(request, "stewardship/list.html", given)


@requires(Permission.RECORD)
@BOTH
def record(request: HttpRequest) -> HttpResponse:
    by = actor_of(request)
    authority_id = where_may(request, policies.records)
    return fill(
        request, form=forms.Record(request.POST or None), may=policies.records(by, authority_id), record=None,
        act=lambda said: recording.record(by=by, authority_id=authority_id, **said),
        template="stewardship/form.html", back=lambda done: (PAGE, done.reference),
        given={
            "title": _("Record a request for own data"), "marking": MARKING, "button": _("Record a request"),
            "lead": _("Somebody may ask in any words and by any way. The time to answer runs from the day it came."),
        },
    )  # fmt: skip


@requires(Permission.SEE, shows=Request)
@require_GET
def request_page(request: HttpRequest, reference: str) -> HttpResponse:
    held, actor = found(request, reference), actor_of(request)
    handed = Disclosure.objects.visible_to(actor).filter(request_key=held.pk).select_related("taken_by")
    given = {
        "held": held,
        "summary": presenters.facts(held),
        "next": presenters.NEXT[RequestState(held.state)],
        "gatherings": presenters.gatherings(held.gatherings.select_related("asked_by")),
        "items": presenters.items(actor, held),
        "links": presenters.links(actor, held),
        "files": presenters.files(actor, held),
        "handed": presenters.disclosures(handed),
    }
    return shown(request, held, "stewardship/request.html", given)


@form_page(Permission.RECORD)
def identity(actor: Actor, held: Request) -> Page:
    first = {"seen_on": held.identity_seen_on, "how": held.identity_how}
    return Page(
        _("Proof of identity"),
        forms.Identity,
        recording.see_identity,
        policies.change(actor, held),
        first=first,
    )


@form_page(Permission.RECORD)
def child(actor: Actor, held: Request) -> Page:
    lead = _(
        "The data is the child’s. A child who understands what is asked decides; a parent asks in their interest."
    )
    first = {"child_view": held.child_view, "child_words": held.child_words}
    return Page(
        _("What the child says"),
        forms.Child,
        recording.hear_child,
        policies.change(actor, held),
        lead,
        first=first,
    )


@form_page(Permission.RECORD)
def dispute(actor: Actor, held: Request) -> Page:
    lead = _(
        "Where people with parental responsibility do not agree, nothing is given until somebody has decided it."
    )
    first = {"disputed": held.disputed, "settled": held.dispute_settled}
    return Page(
        _("Somebody does not agree"),
        forms.Dispute,
        recording.dispute,
        policies.change(actor, held),
        lead,
        first=first,
    )


@form_page(Permission.RECORD)
def extend(actor: Actor, held: Request) -> Page:
    lead = _(
        "Only where there is much to look at, or the person has asked for several things; and only once."
    )
    return Page(_("Take more time"), forms.Extend, recording.extend, policies.change(actor, held), lead)


@form_page(Permission.RECORD)
def close(actor: Actor, held: Request) -> Page:
    lead = _("For a request that was taken back, one where nothing is held, or where identity was never shown. "
             "Tell the person why, and that they can complain.")  # fmt: skip
    title, may = _("Close the request without an answer"), policies.close(actor, held)
    return Page(title, forms.Because, recording.close, may, lead, button=title)
