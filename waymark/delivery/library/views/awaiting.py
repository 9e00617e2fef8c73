"""What is awaited from elsewhere: the list, one thing; noted, changed, arrived, put in the library, given up."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.library import forms, policies, queries, shown
from waymark.delivery.library.actions import awaiting
from waymark.delivery.library.models import Awaited
from waymark.delivery.library.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.interface import paging
from waymark.foundation.interface.forms import Form

from .found import actor_of, authority_of, awaited_of, fill, keeps, owners_of

BOTH = require_http_methods(["GET", "POST"])
LIST = "library:awaiting"


@requires(Permission.KEEP)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """What still waits first, the one that was expected soonest on top."""
    keeps(request)
    page = paging.page(queries.awaited(actor_of(request)), request, ("state", "expected_on", "id"))
    return render(request, "library/awaiting.html", {"table": shown.awaited_table(page.rows), "page": page})


@requires(Permission.KEEP)
@require_GET
def one(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = awaited_of(request, reference), actor_of(request)
    given = {
        "awaited": found, "rows": shown.awaited_rows(found),
        "may_change": bool(policies.change_awaited(actor, found)),
    }  # fmt: skip
    return render(request, "library/awaited.html", given)


@requires(Permission.KEEP)
@BOTH
def note(request: HttpRequest) -> HttpResponse:
    authority_id, actor = authority_of(request), actor_of(request)
    form = forms.Await(
        request.POST or None, owners=owners_of(authority_id), initial={"owner": str(actor.user_id)}
    )
    return fill(
        request, form=form, may=policies.keep(actor, authority_id), record=None,
        act=lambda said: awaiting.note(by=actor, authority_id=authority_id, hoped=form.hoped()),
        given={
            "title": _("Note what is awaited"), "up": reverse(LIST), "up_text": _("Awaited from elsewhere"),
            "lead": _("When the day passes and it is not there, whoever sees to it is asked to ask after it."),
        },
        back=lambda done: ("library:awaited", done.reference),
    )  # fmt: skip


def _up(found: Awaited) -> dict[str, Any]:
    here = reverse("library:awaited", args=[found.reference])
    return {"up": here, "up_text": _("Back"), "caption": found.what}


@requires(Permission.KEEP)
@BOTH
def change(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = awaited_of(request, reference), actor_of(request)
    held = {name: getattr(found, name) for name in ("what", "from_whom", "expected_on", "notes")}
    form = forms.Await(
        request.POST or None, owners=owners_of(found.authority_id), version=found.version,
        initial=held | {"owner": str(found.owner_id)},
    )  # fmt: skip
    return fill(
        request, form=form, may=policies.change_awaited(actor, found), record=None,
        act=lambda said: awaiting.change(
            by=actor, awaited=found, version=version_of(request), hoped=form.hoped()
        ),
        given={"title": _("Change what is awaited"), **_up(found)}, back=("library:awaited", reference),
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def arrive(request: HttpRequest, reference: str) -> HttpResponse:
    """It is there, and the library does not need it."""
    found, actor = awaited_of(request, reference), actor_of(request)
    return fill(
        request, form=Form(request.POST or None, version=found.version), record=None,
        may=policies.change_awaited(actor, found),
        act=lambda said: awaiting.arrive(by=actor, awaited=found, version=version_of(request)),
        given={
            "title": _("It has arrived"), **_up(found),
            "lead": _("It does not go into the library. To put it there, go back and choose that."),
        },
        back=("library:awaited", reference),
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def keep(request: HttpRequest, reference: str) -> HttpResponse:
    """It is there, and a resource of the library: one page, one deed."""
    found, actor = awaited_of(request, reference), actor_of(request)
    form = forms.Describe(
        request.POST or None, owners=owners_of(found.authority_id), version=found.version,
        initial={"title": found.what, "publisher": found.from_whom, "owner": str(found.owner_id)},
    )  # fmt: skip
    return fill(
        request, form=form, may=policies.change_awaited(actor, found), record=None,
        act=lambda said: awaiting.arrive(
            by=actor, awaited=found, version=version_of(request), said=form.said(), review_on=said["review_on"]
        ),
        given={"title": _("Put it in the library"), **_up(found)},
        back=lambda done: ("library:resource", done.resource.reference),
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def give_up(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = awaited_of(request, reference), actor_of(request)
    return fill(
        request, form=forms.Because(request.POST or None, version=found.version), record=None,
        may=policies.change_awaited(actor, found),
        act=lambda said: awaiting.give_up(
            by=actor, awaited=found, version=version_of(request), because=said["because"]
        ),
        given={"title": _("Give it up"), **_up(found)}, back=("library:awaited", reference),
    )  # fmt: skip
