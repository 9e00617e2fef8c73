"""How the pages of the library get their records, how they are narrowed, and how their form pages go."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from waymark.delivery.library import policies, queries, shown
from waymark.delivery.library.forms import Search
from waymark.delivery.library.models import Awaited, ForWhom, Kind, Language, Phase, Resource
from waymark.foundation.access import filling
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import load
from waymark.foundation.access.working_for import may_somewhere, where_may
from waymark.foundation.interface import filters, paging

fill = partial(filling.fill, template="training/form.html")


def actor_of(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def authority_of(request: HttpRequest) -> int:
    """Where whoever asks keeps a library. Http404 for nobody."""
    return where_may(request, policies.keep)


def keeps(request: HttpRequest) -> None:
    """For lists of all that whoever asks keeps, wherever that is. Http404 for nobody."""
    may_somewhere(actor_of(request), policies.keep)


def owners_of(authority_id: int) -> list[tuple[str, str]]:
    return [(str(one.pk), one.get_full_name()) for one in queries.keepers(authority_id)]


def resource_of(request: HttpRequest, reference: str) -> Resource:
    return load(queries.resources(actor_of(request)), actor_of(request), reference=reference)


def awaited_of(request: HttpRequest, reference: str) -> Awaited:
    return load(queries.awaited(actor_of(request)), actor_of(request), reference=reference)


def asked(request: HttpRequest, found: QuerySet[Resource], *more: filters.One) -> dict[str, Any]:
    """One page of the resources that somebody asks for. What is typed is a word of a title: it may stand in the
    address, no person is named."""
    search = Search(request.GET if "q" in request.GET else None)
    text = search.cleaned_data["q"] if search.is_bound and search.is_valid() else ""
    chosen = filters.read(
        request, *more,
        filters.One("kind", _("What it is"), Kind.choices, public=True),
        filters.One("for_whom", _("Who uses it"), ForWhom.choices, public=True),
        filters.One("phase", _("Phase"), Phase.choices, public=True),
        filters.One("language", _("Language"), Language.choices, public=True),
    )  # fmt: skip
    wrong = search.is_bound and not search.is_valid()
    narrowed = found.none() if wrong else queries.named(chosen.apply(found), text)
    return {
        "form": search,
        "filter": chosen,
        "kept": [(name, value) for name, value in request.GET.items() if name in chosen.values],
        "page": paging.page(narrowed, request, ("-added_at", "id")),
    }


def with_table(given: dict[str, Any], table: Any = shown.resource_table) -> dict[str, Any]:
    return {**given, "table": table(given["page"].rows)}
