"""How the pages of training get their records, and how their form pages go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from waymark.delivery.training import queries
from waymark.delivery.training.models import Booking, Course, Session
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.filling import MARKING
from waymark.foundation.access.loading import load
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.ledger import reads
from waymark.foundation.places.models import Authority

SESSION = "training:session"


def actor_of(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def session_of(request: HttpRequest, reference: str) -> Session:
    return load(queries.sessions(actor_of(request)), actor_of(request), reference=reference)


def course_of(request: HttpRequest, course_id: object) -> Course:
    return load(queries.courses(actor_of(request)), actor_of(request), pk=course_id)


def booking_of(request: HttpRequest, reference: str) -> Booking:
    found = Booking.objects.select_related(
        "session__taught__course", "trainee", "institution", "organisation"
    )
    return load(found, actor_of(request), reference=reference)


def authority_of(request: HttpRequest, permission: Permission, what: str) -> Authority:
    """Where whoever asks has that right in the role they act in. Http404 for nobody."""
    actor = actor_of(request)
    for key in sorted(actor.authority_ids):
        if actor.may(permission) and actor.holds(f"authority:{key}:{what}"):
            return Authority.objects.get(pk=key)
    raise Http404


def planning_for(request: HttpRequest) -> Authority:
    return authority_of(request, Permission.PLAN, "training-plan")


def fill(
    request: HttpRequest,
    *,
    form: Form,
    may: Decision,
    act: Callable[[dict[str, Any]], Any],
    given: dict[str, Any],
    back: Callable[[Any], tuple[Any, ...]],
    template: str = "training/form.html",
    record: Session | None = None,
) -> HttpResponse:
    """One form page. With `record` it shows names, and writes that it was read. `back`: where to go from what was done.

    `given` has `title`, `up` (where the way back leads) and `up_text`; `lead` and `button` if wanted.
    """
    if request.method != "POST":
        may.require()
    elif not may:
        form.refuse(NotAllowed(may.sentence))
    elif form.is_valid():
        try:
            done = act(form.cleaned_data)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect(*back(done))
    if record is not None:
        reads.note(request, record)
        given = {"marking": MARKING} | given
    return render(request, template, {"form": form, **given})
