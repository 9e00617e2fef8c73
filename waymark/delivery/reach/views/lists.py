"""The places behind a figure, page by page; for those who may write to them, the list to work off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from waymark.delivery.reach import approaches, asking, counting, policies, presenters
from waymark.delivery.reach.asking import ROUTES, Listed
from waymark.delivery.reach.counting import Place, Which
from waymark.delivery.reach.forms.days import Since
from waymark.delivery.reach.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.interface import downloads
from waymark.foundation.interface.paging import AFTER, BEFORE, Page
from waymark.foundation.kernel import clock

from .found import actor_of, seeing_for

SIZE = approaches.MOST
WORKED_OFF = (Which.NOT_REACHED, Which.NEVER, Which.NOT_SINCE, Which.NO_CONTACT, Which.NO_LEAD)


def listing(which: Which) -> Callable[[HttpRequest], HttpResponse]:
    """The page of one kind of list. Keys of places stand in the address, never their names."""

    @requires(Permission.SEE)
    @require_GET
    def shown(request: HttpRequest) -> HttpResponse:
        authority = seeing_for(request)
        form = (
            Since(request.GET if "since-day" in request.GET else None) if which == Which.NOT_SINCE else None
        )
        if form is not None and form.is_bound and form.is_valid():
            kept = {"since": form.cleaned_data["since"].isoformat()}
            return redirect(f"{reverse(ROUTES[which])}?{urlencode(kept)}")
        asked = asking.listed(request, authority.pk, which)
        page = _page(request, authority.pk, asked)
        works = which in WORKED_OFF and bool(policies.approach(actor_of(request), authority.pk))
        given = {
            "title": presenters.WHICH_WORDS[which],
            "period": asked.period,
            "since": asked.asked.since,
            "form": form,
            "filter": asked.chosen,
            "page": page,
            "works": works,
            "table": _work(request, page.rows, which) if works else presenters.place_table(page.rows, which),
            "query": urlencode(asked.address),
            "which": which,
            "back_href": asking.address("reach:overview", asked.period),
        }
        return render(request, "reach/places.html", given)

    return shown


def _work(request: HttpRequest, rows: list[Place], which: Which) -> Any:
    keys, actor = [one.key for one in rows], actor_of(request)
    contacts = approaches.contacts_at(actor, keys, clock.today())
    return presenters.work_table(rows, which, contacts, approaches.last_at(actor, keys))


def _page(request: HttpRequest, authority_id: int, asked: Listed) -> Page:
    """One more than a page is read, to know whether there is another."""
    before = request.GET.get(BEFORE, "")[:20]
    after = "" if before else request.GET.get(AFTER, "")[:20]
    edges = {"before": before.replace("\x00", ""), "after": after.replace("\x00", "")}
    found = counting.places(authority_id, asked.period, asked.asked, size=SIZE + 1, **edges)
    more = len(found) > SIZE
    rows = found[-SIZE:] if before else found[:SIZE]

    def address(name: str, key: str) -> str:
        return f"?{urlencode(asked.address | {name: key})}"

    has_next, has_previous = (True, more) if before else (more, bool(after))
    return Page(
        rows,
        next=address(AFTER, rows[-1].key) if rows and has_next else "",
        previous=address(BEFORE, rows[0].key) if rows and has_previous else "",
    )


@requires(Permission.SEE)
@require_GET
def download(request: HttpRequest, which: str, ending: str) -> HttpResponse:
    """The whole list; no contact."""
    authority = seeing_for(request)
    asked = asking.listed(request, authority.pk, Which(which))
    rows = counting.places(authority.pk, asked.period, asked.asked)
    headings, taken = presenters.places_taken(rows)
    title = presenters.WHICH_WORDS[Which(which)]
    return downloads.answer(ending, f"places-{which}", title, headings, taken)
