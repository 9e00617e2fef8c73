"""Asking that an item goes, and deciding it as the second person."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import allow
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface import paging
from waymark.foundation.kernel.refusals import Refusal
from waymark.oversight.purging import forms, places, policies, presenters
from waymark.oversight.purging.actions import purging
from waymark.oversight.purging.models import Purge
from waymark.oversight.purging.permissions import Permission

BOTH = require_http_methods(["GET", "POST"])
UNKNOWN = _("You can see no record of that reference. Check it, or ask a colleague who can see the record.")


@requires(Permission.ASK)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """References and days; no name and no words."""
    page = paging.page(Purge.objects.visible_to(_by(request)), request, order=("-asked_at", "id"))
    return render(request, "purging/list.html", {"table": presenters.table(page.rows), "page": page})


@requires(Permission.ASK)
@BOTH
def begin(request: HttpRequest) -> HttpResponse:
    form = forms.Begin(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reference = form.cleaned_data["reference"]
        if places.record(_by(request), reference) is not None:
            return redirect("purging:choose", reference)
        form.refuse(Refusal(UNKNOWN, field="reference"))
    return render(request, "purging/begin.html", {"form": form})


@requires(Permission.ASK, shows=Purge)
@step_up
@BOTH
def choose(request: HttpRequest, reference: str) -> HttpResponse:
    """The items of a record by what they are and when they were written: never their words."""
    by = _by(request)
    record = places.record(by, reference)
    if record is None:
        raise Http404
    every = places.of(by, reference)
    return fill(
        request, form=forms.Choose(request.POST or None, choices=[(one.code, one.called) for one in every]),
        may=allow(), record=record, template="purging/choose.html", given={"reference": reference, "every": every},
        act=lambda said: purging.ask(by=by, reference=reference, **said),
        back=lambda done: ("purging:one", done.reference),
    )  # fmt: skip


@requires(Permission.ASK)
@step_up
@BOTH
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """What was asked; its second person agrees here, and it is gone in the same moment."""
    by, purge = _by(request), _found(request, reference)
    form, may = forms.Agree(request.POST or None), policies.decide(by, purge)
    if request.method == "POST" and form.is_valid():
        try:
            purging.agree(by=by, purge=purge, version=version_of(request))
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("purging:one", reference)
    given = {"form": form, "purge": purge, "may": may, "rows": presenters.facts(purge)}
    return render(request, "purging/one.html", {**given, "items": presenters.items(purge)})


@requires(Permission.AGREE)
@BOTH
def refuse(request: HttpRequest, reference: str) -> HttpResponse:
    by, purge = _by(request), _found(request, reference)
    return fill(
        request, form=forms.Refuse(request.POST or None, version=purge.version), may=policies.decide(by, purge),
        record=None, template="purging/refuse.html", given={"purge": purge}, back=("purging:one", reference),
        act=lambda said: purging.refuse(
            by=by, purge=purge, version=version_of(request), because=said["because"]
        ),
    )  # fmt: skip


def _by(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def _found(request: HttpRequest, reference: str) -> Purge:
    return load(Purge.objects.select_related("asked_by", "decided_by"), _by(request), reference=reference)
