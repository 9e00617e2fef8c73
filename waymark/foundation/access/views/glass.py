"""Break-glass: find a record, open it with a reason, end it, review it, and the list of all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from waymark.foundation.access import glass, policies, presenters, queries
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, shown
from waymark.foundation.access.forms import glass as forms
from waymark.foundation.access.loading import load
from waymark.foundation.access.models import Glass, Interest
from waymark.foundation.access.permissions import Permission
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.paging import page
from waymark.foundation.kernel.refusals import Refusal

BOTH = require_http_methods(["GET", "POST"])
NONE_SUCH = _(
    "No record of your authority has this reference. Check each letter and number: a reference has no I, L, O or U."
)
INTEREST_NOTED = _(
    "Thank you for saying so. The record is closed to you. Ask your Prevent lead, who will have somebody else look."
)


@requires(Permission.GLASS_LIST)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Newest first: one’s own, and for those who review, their authority’s. No name of a person stands here."""
    found = page(queries.openings(request.actor), request, order=("-opened_at", "id"))
    given = {
        "page": found,
        "table": presenters.listing(found.rows),
        "interests": presenters.interests(queries.interests(request.actor)[:50], request.actor),
        "may_open": request.actor.may(Permission.GLASS_OPEN),
    }
    return render(request, "access/glass_listing.html", given)


@requires(Permission.GLASS_OPEN)
@BOTH
def find(request: HttpRequest) -> HttpResponse:
    """Somebody who has a reference, and no record to it in their lists."""
    form = forms.Find(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = queries.find_breakable(form.cleaned_data["reference"])
        if found is not None:
            return redirect("glass:open", found.reference)
        form.refuse(Refusal(NONE_SUCH, field="reference"))
    return render(request, "access/glass_find.html", {"form": form})


@requires(Permission.GLASS_OPEN)
@BOTH
@step_up
def open_record(request: HttpRequest, reference: str) -> HttpResponse:
    """What break-glass means, the question of one’s own interest, and why. Then the record, for 60 minutes."""
    found = queries.find_breakable(reference)
    if found is None:
        raise Http404
    if found.seen:
        return redirect(glass.page_of(found.kind, found.reference))
    form = forms.Open(request.POST or None)
    may = policies.glass_open(request.actor, found)
    if request.method == "POST" and may and form.is_valid():
        done = _opened(request, form, found)
        if done is not None:
            return done
    # Whoever may not is told why in place of the form.
    given = {"form": form if may else None, "found": found, "may": may, "kind": glass.KINDS[found.kind].name}
    return render(request, "access/glass_open.html", given)


def _opened(request: HttpRequest, form: forms.Open, found: queries.Found) -> HttpResponse | None:
    """The answer when it was done; None when it was refused, and the form says why."""
    if form.cleaned_data["interest"] == "yes":
        breaking.declare_interest(by=request.actor, found=found)  # type: ignore[attr-defined]
        messages.success(request, INTEREST_NOTED)
        return redirect("glass:listing")
    try:
        breaking.open_record(by=request.actor, found=found, reason=form.cleaned_data["reason"])  # type: ignore[attr-defined]
    except Refusal as refusal:
        form.refuse(refusal)
        return None
    return redirect(glass.page_of(found.kind, found.reference))


@requires(Permission.GLASS_OPEN)
@BOTH
def interest(request: HttpRequest, reference: str) -> HttpResponse:
    """“I know this person”, said of a record that one sees. Nothing of the record stands here."""
    found = queries.find_breakable(reference)
    if found is None:
        raise Http404
    form = forms.Know(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = _said(request, form, found)
        if done is not None:
            return done
    return render(request, "access/glass_interest.html", {"form": form, "found": found})


def _said(request: HttpRequest, form: forms.Know, found: queries.Found) -> HttpResponse | None:
    if form.cleaned_data["interest"] == "no":
        return redirect(glass.page_of(found.kind, found.reference))
    try:
        breaking.declare_interest(by=request.actor, found=found)  # type: ignore[attr-defined]
    except Refusal as refusal:
        form.refuse(refusal)
        return None
    messages.success(request, INTEREST_NOTED)
    return redirect("glass:listing")


@requires(Permission.GLASS_REVIEW, shows=Interest)
@BOTH
def withdraw(request: HttpRequest, interest_id: UUID) -> HttpResponse:
    """It was a mistake, or is over: said by somebody who did not declare it."""
    found = Interest.objects.select_related("user")
    row = load(found, request.actor, pk=interest_id)  # type: ignore[attr-defined]

    def act(given: dict[str, Any]) -> None:
        breaking.withdraw_interest(by=request.actor, interest=row, reason=given["reason"])

    return fill(
        request,
        form=forms.Withdraw(request.POST or None),
        may=policies.interest_withdraw(request.actor, row),
        act=act,
        record=row,
        template="access/glass_withdraw.html",
        given=presenters.interest(row),
        back=("glass:listing",),
    )


@requires(Permission.GLASS_LIST, shows=Glass)
@require_GET
def opening(request: HttpRequest, reference: str) -> HttpResponse:
    """One opening: who, when, why, what was read, and what the review found."""
    row = _opening_of(request, reference)
    return shown(request, row, "access/glass_opening.html", presenters.opening(row, request.actor))


@requires(Permission.GLASS_OPEN)
@require_POST
def end(request: HttpRequest, reference: str) -> HttpResponse:
    """One button: what was needed has been read."""
    breaking.end(by=request.actor, opening=_opening_of(request, reference))
    return redirect("glass:listing")


@requires(Permission.GLASS_REVIEW, shows=Glass)
@BOTH
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """Was it right? By somebody who did not open it."""
    row = _opening_of(request, reference)

    def act(given: dict[str, Any]) -> None:
        breaking.review(by=request.actor, opening=row, verdict=given["verdict"], words=given["words"])

    return fill(
        request,
        form=forms.Review(request.POST or None),
        may=policies.glass_review(request.actor, row),
        act=act,
        record=row,
        template="access/glass_review.html",
        given=presenters.opening(row, request.actor),
        back=("glass:opening", reference),
    )


def _opening_of(request: HttpRequest, reference: str) -> Glass:
    found = Glass.objects.select_related("opened_by", "reviewed_by")
    return load(found, request.actor, reference=reference)  # type: ignore[attr-defined]
