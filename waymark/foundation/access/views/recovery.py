"""Vouching for somebody who lost what they sign in with: the list, vouching, confirming, stopping."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waymark.foundation.access import policies, queries, vouching
from waymark.foundation.access.actions import recovering
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill
from waymark.foundation.access.forms import recovery as forms
from waymark.foundation.access.loading import load
from waymark.foundation.access.models import Recovery
from waymark.foundation.access.permissions import Permission
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.doors import any_signed_in
from waymark.foundation.interface.paging import page
from waymark.foundation.kernel.refusals import Refusal

BOTH = require_http_methods(["GET", "HEAD", "POST"])
TOLD = _(
    "Your colleagues who may confirm have an email, and so has the person. Nothing changes before somebody confirms."
)
CONFIRMED = _("The person has an email with a link. What they signed in with before has ended.")
STOPPED = _("This is stopped. The link, if there was one, does not work.")


@requires(Permission.VOUCH)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Who vouched for whom, newest first, and what waits for a second person."""
    found = page(queries.recoveries(request.actor), request, order=("-vouched_at", "id"))  # type: ignore[attr-defined]
    given = {"page": found, "table": vouching.listing(found.rows)}
    return render(request, "access/recovery_listing.html", given)


@requires(Permission.VOUCH)
@BOTH
@step_up
def vouch(request: HttpRequest) -> HttpResponse:
    """I saw them: who, and how."""
    form = forms.Vouch(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            recovering.vouch(by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, TOLD)
            return redirect("recovery:listing")
    return render(request, "access/recovery_vouch.html", {"form": form})


@requires(Permission.VOUCH, shows=Recovery)
@BOTH
@step_up
def confirm(request: HttpRequest, recovery_id: UUID) -> HttpResponse:
    """The second person reads who vouched and how, and confirms."""
    row = _one(request, recovery_id)

    def act(given: dict[str, Any]) -> None:
        recovering.confirm(by=request.actor, recovery=row)  # type: ignore[attr-defined]
        messages.success(request, CONFIRMED)

    return fill(
        request,
        form=forms.Confirm(request.POST or None),
        may=policies.confirm_vouching(request.actor, row),  # type: ignore[attr-defined]
        act=act,
        record=row,
        template="access/recovery_confirm.html",
        given={"recovery": row, "state": vouching.state(row)},
        back=("recovery:listing",),
    )


@any_signed_in("Everybody sees whether somebody vouches for them, and can stop it.")
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """“A colleague says that you lost your phone”: is that so?"""
    rows = Recovery.objects.filter(user_id=request.user.pk).order_by("-vouched_at")[:20]
    return render(request, "access/recovery_mine.html", {"open": [row for row in rows if row.is_open]})


@any_signed_in("Stops what concerns one’s own account; others may who can vouch. The action asks.")
@require_POST
def stop(request: HttpRequest, recovery_id: UUID) -> HttpResponse:
    """One button."""
    row = _one(request, recovery_id)
    recovering.stop(by=request.actor, recovery=row)  # type: ignore[attr-defined]
    messages.success(request, STOPPED)
    return redirect("recovery:mine" if row.user_id == request.user.pk else "recovery:listing")


def _one(request: HttpRequest, recovery_id: UUID) -> Recovery:
    found = Recovery.objects.select_related("user", "vouched_by", "confirmed_by", "stopped_by")
    return load(found, request.actor, pk=recovery_id)  # type: ignore[attr-defined]
