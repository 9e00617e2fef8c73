"""Issues with institutions: the list, one of them, raised, replied to, closed."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.engagement import forms, policies, queries, shown
from waymark.delivery.engagement.actions import issues
from waymark.delivery.engagement.models import Issue
from waymark.delivery.engagement.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.directory.queries import place_of
from waymark.foundation.interface import paging

from .found import actor_of, fill, issue_of, keeps

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.KEEP)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Those that wait first, the one that is due soonest on top."""
    keeps(request)
    page = paging.page(queries.issues(actor_of(request)), request, ("state", "reply_by", "id"))
    given = {"table": shown.issue_table(page.rows, _("Issues")), "page": page}
    return render(request, "engagement/issues.html", given)


@requires(Permission.KEEP)
@require_GET
def one(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = issue_of(request, reference), actor_of(request)
    given = {
        "issue": found, "rows": shown.issue_rows(found),
        "may_note": bool(policies.note_reply(actor, found)), "may_close": bool(policies.close_issue(actor, found)),
    }  # fmt: skip
    return render(request, "engagement/issue.html", given)


@requires(Permission.KEEP)
@BOTH
def raise_issue(request: HttpRequest, key: str) -> HttpResponse:
    actor = actor_of(request)
    place = place_of(actor, key)
    authority_id = place.authority_id
    if authority_id is None or not policies.keep(actor, authority_id):
        raise Http404
    return fill(
        request, form=forms.Raise(request.POST or None), may=policies.keep(actor, authority_id), record=None,
        act=lambda said: issues.raise_issue(by=actor, authority_id=authority_id, place=place, **said),
        given={
            "title": _("Raise an issue with them"), "caption": str(place),
            "up": reverse("directory:place", args=[key]), "up_text": str(place),
            "lead": _("Their contact gets an email with a link to what you write, and replies there. Where no address "
                      "is known, write or call, and note their reply. An issue is about the institution, never about a "
                      "person: a concern about somebody is a referral."),
        },
        back=lambda done: ("engagement:issue", done[0].reference),
    )  # fmt: skip


def _up(found: Issue) -> dict[str, Any]:
    here = reverse("engagement:issue", args=[found.reference])
    return {"up": here, "up_text": _("Back to the issue"), "caption": found.reference}


@requires(Permission.KEEP)
@BOTH
def note_reply(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = issue_of(request, reference), actor_of(request)
    return fill(
        request, form=forms.Reply(request.POST or None, version=found.version), record=None,
        may=policies.note_reply(actor, found),
        act=lambda said: issues.note_reply(
            by=actor, issue=found, version=version_of(request), reply=said["reply"]
        ),
        given={"title": _("Note their reply"), **_up(found)}, back=("engagement:issue", reference),
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def close(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = issue_of(request, reference), actor_of(request)
    return fill(
        request, form=forms.Close(request.POST or None, version=found.version), record=None,
        may=policies.close_issue(actor, found),
        act=lambda said: issues.close(
            by=actor, issue=found, version=version_of(request), because=said["because"]
        ),
        given={"title": _("Close this issue"), **_up(found)}, back=("engagement:issue", reference),
    )  # fmt: skip
