"""Complaints: the list, recording one, its page, and what becomes of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.access.working_for import where_may
from waymark.foundation.interface import paging
from waymark.foundation.interface.doors import MARKING
from waymark.foundation.interface.forms import Form
from waymark.oversight.complaints import forms, policies, presenters
from waymark.oversight.complaints.actions import answering
from waymark.oversight.complaints.models import Complaint
from waymark.oversight.complaints.permissions import Permission

BOTH = require_http_methods(["GET", "POST"])
PAGE = "complaints:one"


@requires(Permission.KEEP)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """References, kinds and days; no name of who complains."""
    found = Complaint.objects.visible_to(_by(request)).select_related("owner")
    page = paging.page(found, request, order=("-received_on", "id"))
    return render(request, "complaints/list.html", {"table": presenters.table(page.rows), "page": page})


@requires(Permission.KEEP)
@BOTH
def record(request: HttpRequest) -> HttpResponse:
    by = _by(request)
    authority_id = where_may(request, policies.keep)
    return fill(
        request, form=forms.Record(request.POST or None), may=policies.keep(by, authority_id), record=None,
        act=lambda said: answering.record(by=by, authority_id=authority_id, **said),
        template="complaints/form.html", back=lambda done: (PAGE, done.reference),
        given={
            "title": _("Record a complaint"), "marking": MARKING,
            "up": reverse("complaints:list"), "up_text": _("Complaints"),
            "lead": _("You answer it, until a colleague takes it. Its page says until which day."),
        },
    )  # fmt: skip


@requires(Permission.KEEP, shows=Complaint)
@require_GET
def one(request: HttpRequest, reference: str) -> HttpResponse:
    by, held = _by(request), _found(request, reference)
    given = {"held": held, "summary": presenters.facts(by, held), "links": presenters.links(by, held)}
    return shown(request, held, "complaints/one.html", given)


@requires(Permission.KEEP, shows=Complaint)
@BOTH
def take(request: HttpRequest, reference: str) -> HttpResponse:
    held = _found(request, reference)
    said = (
        _("Take this complaint"),
        _("From now on you answer it, and no colleague does. It is due on the same day."),
    )
    return _fill(request, held, Form, answering.take, policies.take(_by(request), held), said)


@requires(Permission.KEEP, shows=Complaint)
@BOTH
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    held = _found(request, reference)
    may = policies.answer(_by(request), held)
    said = (
        _("Write down the answer"),
        _("Do this once the answer has gone out: afterwards nobody changes it."),
    )
    return _fill(request, held, forms.Answer, answering.answer, may, said)


@requires(Permission.KEEP, shows=Complaint)
@BOTH
def stacu(request: HttpRequest, reference: str) -> HttpResponse:
    held = _found(request, reference)
    may = policies.keep(_by(request), held.authority_id)
    first = {"stacu_reference": held.stacu_reference, "stacu_outcome": held.stacu_outcome}
    said = (
        _("Write down what StaCU says"),
        _("Write down its reference now, and what it says when it has answered."),
    )
    return _fill(request, held, forms.StaCU, answering.note_stacu, may, said, first)


def _fill(
    request: HttpRequest, held: Complaint, form: type[Form], act: Any, may: Decision, said: tuple[str, str],
    first: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """`said` are the heading, which is the button too, and what happens then."""
    by, (title, lead) = _by(request), said
    up = {"up": reverse(PAGE, args=[held.reference]), "up_text": _("Back to the complaint")}
    return fill(
        request, form=form(request.POST or None, version=held.version, initial=first or {}), may=may, record=held,
        act=lambda typed: act(
            by=by, complaint=held, version=version_of(request),
            **{name: value for name, value in typed.items() if name != "version"},
        ),
        template="complaints/form.html", given={"title": title, "lead": lead, "held": held, **up},
        back=(PAGE, held.reference),
    )  # fmt: skip


def _by(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def _found(request: HttpRequest, reference: str) -> Complaint:
    return load(Complaint.objects.select_related("owner"), _by(request), reference=reference)
