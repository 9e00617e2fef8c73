"""The lists of an authority, and their entries."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill
from waymark.foundation.access.working_for import where_may
from waymark.foundation.lists import forms, policies, presenters, queries
from waymark.foundation.lists.actions import keeping
from waymark.foundation.lists.declared import LISTS
from waymark.foundation.lists.permissions import Permission

BOTH = require_http_methods(["GET", "POST"])
BACK = ("lists:list",)


@requires(Permission.KEEP)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    return render(request, "lists/list.html", {"tables": presenters.tables(_authority(request))})


@requires(Permission.KEEP)
@BOTH
def add(request: HttpRequest, list_code: str) -> HttpResponse:
    by, authority_id = _by(request), _authority(request)
    if list_code not in LISTS:
        raise Http404
    form = forms.Add(request.POST or None, about=LISTS[list_code].hint)
    return fill(
        request, form=form, may=policies.keep(by, authority_id), record=None,
        act=lambda said: keeping.add(by=by, authority_id=authority_id, list_code=list_code, **said),
        template="lists/form.html", back=BACK,
        given={
            "title": _("Add an entry"), "button": _("Add the entry"), "caption": LISTS[list_code].title,
            "lead": _("Everybody of your authority can choose it from that day on."),
        },
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def end(request: HttpRequest, list_code: str, code: str) -> HttpResponse:
    by, authority_id = _by(request), _authority(request)
    known = dict(LISTS[list_code].choices.choices) if list_code in LISTS else {}
    known |= {
        entry.code: entry.words or known.get(entry.code) for entry in queries.entries(list_code, authority_id)
    }
    if code not in known:
        raise Http404
    return fill(
        request, form=forms.End(request.POST or None), may=policies.keep(by, authority_id), record=None,
        act=lambda said: keeping.end(by=by, authority_id=authority_id, list_code=list_code, code=code, **said),
        template="lists/form.html", back=BACK,
        given={
            "title": _("Set the last day of an entry"), "button": _("Set the last day"), "caption": known[code],
            "lead": _("After that day nobody can choose it. What was chosen before keeps its words."),
        },
    )  # fmt: skip


def _by(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def _authority(request: HttpRequest) -> int:
    """Whose lists the actor keeps; 404 when none’s."""
    return where_may(request, policies.keep)
