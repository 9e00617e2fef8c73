"""Who did and looked at what, for the information governance lead: accounts and references, no content."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.doors import requires
from waymark.foundation.access.permissions import Permission
from waymark.foundation.accounts.models import User
from waymark.foundation.interface import filters
from waymark.foundation.interface.paging import page
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.models import Deed, Read
from waymark.home import ledger_shown, queries
from waymark.home.ledger_kinds import KINDS
from waymark.home.ledger_words import DEEDS

SPANS = ((1, _("The last day")), (7, _("The last 7 days")), (31, _("The last 31 days")))


@requires(Permission.LEDGER_READ)
def listing(request: HttpRequest) -> HttpResponse:
    """Newest first, deeds or looks; row security leaves only entries of the reader’s own authorities. They are named
    here as well, so that an index finds the newest of one."""
    reads = request.GET.get("show") == "reads"
    people = {f"user:{user.pk}": user for user in queries.members_of(request.actor.authority_ids)}
    asked = filters.read(request, *_filters(request, reads, people))
    mine = sorted(request.actor.authority_ids)
    found = asked.apply((Read if reads else Deed).objects.filter(authority_id__in=mine))
    shown = page(found, request, order=("-at" if reads else "-happened_at", "-id"))
    about = [(entry.about_kind, entry.about_id) for entry in shown.rows]
    context = {
        "page": shown,
        "filter": asked,
        "which": "reads" if reads else "deeds",
        "entries": ledger_shown.lines(shown.rows, people, queries.references(request.actor, about)),
    }
    return render(request, "home/ledger.html", context)


def _filters(request: HttpRequest, reads: bool, people: dict[str, User]) -> list[filters.One]:
    who = sorted(
        ((key, user.full_name or user.email) for key, user in people.items()), key=lambda one: one[1]
    )
    if reads:
        what = filters.One("kind", _("What was looked at"), sorted(KINDS.items(), key=_by_text), "about_kind")
    else:
        what = filters.One("what", _("What was done"), _deed_choices(), _of_sentence)
    return [
        filters.One("who", _("Who"), who, "actor"),
        what,
        filters.One("days", _("When"), SPANS, _within("at" if reads else "happened_at")),
        filters.One("record", _("Record"), _record(request), "about_id"),
    ]


def _deed_choices() -> list[tuple[str, Any]]:
    """Each sentence once, under the first of its codes."""
    by_text = {str(text): code for code, text in reversed(DEEDS.items())}
    return sorted(((code, text) for text, code in by_text.items()), key=_by_text)


def _of_sentence(entries: QuerySet[Any], code: str) -> QuerySet[Any]:
    return entries.filter(deed__in=[other for other, text in DEEDS.items() if text == DEEDS[code]])


def _within(moment: str) -> Callable[[QuerySet[Any], str], QuerySet[Any]]:
    def narrow(entries: QuerySet[Any], days: str) -> QuerySet[Any]:
        return entries.filter(**{f"{moment}__gte": clock.now() - timedelta(days=int(days))})

    return narrow


def _record(request: HttpRequest) -> list[tuple[str, str]]:
    """The one record that the address asks for: it is chosen by a link in the list, not from a list of all."""
    try:
        key = str(UUID(request.GET.get("record", "")))
    except ValueError:
        return []
    return [(key, ledger_shown.short(key))]


def _by_text(choice: tuple[Any, Any]) -> str:
    return str(choice[1])
