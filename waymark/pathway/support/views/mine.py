"""What whoever gives support sees: what they were asked, and nothing else of the case."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface.forms import Form
from waymark.pathway.support import action_page, policies, queries, risks_shown
from waymark.pathway.support.actions import giving
from waymark.pathway.support.forms import given as forms
from waymark.pathway.support.models import Risk, SupportAction
from waymark.pathway.support.permissions import Permission

BOTH = require_http_methods(["GET", "POST"])
MINE, ONE = "support:mine", "support:mine-action"


def action_of(request: HttpRequest, reference: str) -> SupportAction:
    """One’s own action of that reference; otherwise there is none (404)."""
    return load(queries.mine(request.actor), request.actor, reference=reference)  # type: ignore[attr-defined]


@requires(Permission.GIVE)
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """By reference and date; no names."""
    table = action_page.mine_table(queries.mine(request.actor))  # type: ignore[attr-defined]
    risks = risks_shown.mine_table(queries.my_risks(request.actor))  # type: ignore[attr-defined]
    return render(request, "support/mine.html", {"table": table, "risks": risks})


@requires(Permission.GIVE, shows=SupportAction)
@require_GET
def action(request: HttpRequest, reference: str) -> HttpResponse:
    found = action_of(request, reference)
    page = action_page.ActionPage.of_mine(request.actor, found)  # type: ignore[attr-defined]
    return shown(request, found, "support/mine_action.html", {"action": found, "shown": page})


@requires(Permission.GIVE)
@require_POST
def accept(request: HttpRequest, reference: str) -> HttpResponse:
    """One button, no page of its own."""
    giving.accept(by=request.actor, action=action_of(request, reference), version=version_of(request))  # type: ignore[attr-defined]
    return redirect(ONE, reference)


@requires(Permission.GIVE)
@require_POST
def start(request: HttpRequest, reference: str) -> HttpResponse:
    """One button, no page of its own."""
    giving.start(by=request.actor, action=action_of(request, reference), version=version_of(request))  # type: ignore[attr-defined]
    return redirect(ONE, reference)


@requires(Permission.GIVE, shows=SupportAction)
@BOTH
def decline(request: HttpRequest, reference: str) -> HttpResponse:
    found = action_of(request, reference)
    act = partial(giving.decline, action=found)
    may = policies.answer(request.actor, found)  # type: ignore[attr-defined]
    return page(request, found, _("Say why you do not take it on"), forms.Decline, act, may, back=(MINE,))


@requires(Permission.GIVE, shows=SupportAction)
@BOTH
def update(request: HttpRequest, reference: str) -> HttpResponse:
    found = action_of(request, reference)
    act = partial(giving.update, action=found)
    may = policies.work_on(request.actor, found)  # type: ignore[attr-defined]
    return page(request, found, _("Say how it goes"), forms.Update, act, may, versioned=False)


@requires(Permission.GIVE, shows=SupportAction)
@BOTH
def finish(request: HttpRequest, reference: str) -> HttpResponse:
    found = action_of(request, reference)
    act = partial(giving.finish, action=found)
    may = policies.work_on(request.actor, found)  # type: ignore[attr-defined]
    return page(request, found, _("Say that it is done"), forms.Finish, act, may)


def page(
    request: HttpRequest,
    found: SupportAction | Risk,
    title: Any,
    form: Callable[[Any], Form],
    act: Callable[..., Any],
    may: Decision,
    *,
    versioned: bool = True,
    version: int | None = None,
    back: tuple[str, ...] = (),
    about: str = "",
    one: str = ONE,
) -> HttpResponse:
    """One form page about one’s own action or risk (`one`: its page). `version`: of what is changed, where that is
    another record; `about`: which of several it is."""
    always: dict[str, Any] = {"by": request.actor}  # type: ignore[attr-defined]
    if versioned:
        always["version"] = version_of(request)
    return fill(
        request,
        form=form(request.POST or None),
        may=may,
        act=lambda said: act(**always, **said),
        record=found,
        template="support/mine_form.html",
        given={
            "action": found,
            "back_href": reverse(one, args=[found.reference]),
            "title": title,
            "about": about,
            "version": found.version if version is None else version,
        },
        back=back or (one, found.reference),
    )
