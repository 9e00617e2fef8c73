"""The directory to find and read: public reference data for everybody who is signed in, and what an authority keeps of
its own for those who may see that."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from waymark.foundation.directory import beside, policies, presenters, queries
from waymark.foundation.directory.forms.search import Search
from waymark.foundation.directory.models import Place
from waymark.foundation.directory.permissions import Permission
from waymark.foundation.interface import filters
from waymark.foundation.interface.doors import any_signed_in
from waymark.foundation.interface.paging import Page, page
from waymark.foundation.kernel import clock
from waymark.foundation.places.finding import matching, spelt_alike
from waymark.foundation.places.models import Authority, Institution
from waymark.foundation.places.succession import current


@require_safe
@any_signed_in("Public reference data about institutions, needed by everybody who refers or works with them")
def listing(request: HttpRequest) -> HttpResponse:
    """What is typed is the name or number of an institution: it may stand in the address, no person is named."""
    actor = request.actor  # type: ignore[attr-defined]
    search = Search(request.GET if "q" in request.GET else None)
    text = search.cleaned_data["q"] if search.is_bound and search.is_valid() else ""
    authorities = queries.authority_choices()
    asked = filters.read(request, *_filters(request, authorities, actor.authority_ids))

    def found(find: queries.Find) -> Page:
        legs = [asked.apply(leg) for leg in queries.directory(actor, text, find)]
        return page([leg.none() for leg in legs] if wrong else legs, request, order=("name", "key"))

    wrong = search.is_bound and not search.is_valid()
    shown = found(matching)
    alike = bool(text) and not shown.rows
    if alike:
        shown = found(spelt_alike)
    context = {
        "form": search,
        "kept": [(name, value) for name, value in request.GET.items() if name in asked.values],
        "filter": asked,
        "page": shown,
        "alike": alike and bool(shown.rows),
        "own": [pair for pair in authorities if pair[0] in actor.authority_ids],
        "keeps": actor.may(Permission.KEEP),
        "table": presenters.listing(shown.rows),
    }
    return render(request, "directory/listing.html", context)


def _filters(
    request: HttpRequest, authorities: list[tuple[int, str]], own: Collection[int]
) -> list[filters.One]:
    """Wards and trusts are those of the authority that is chosen, or of one’s own."""
    chosen = request.GET.get("authority", "")
    areas = [int(chosen)] if chosen in {str(key) for key, _name in authorities} else own
    trust = request.GET.get("trust", "")[:10].replace("\x00", "")
    phases = [(name, name) for name in queries.PHASES]
    return [
        filters.One("kind", _("Kind"), list(presenters.KINDS.items()), public=True),
        filters.One("status", _("Status"), Institution.Status.choices, _of("state"), public=True),
        filters.One("phase", _("Phase"), phases, _of("at_phase"), public=True),
        filters.One("authority", _("Authority"), authorities, "authority_id", public=True),
        filters.One("ward", _("Ward"), queries.ward_choices(areas, clock.today()), "ward_id", public=True),
        filters.One("trust", _("Trust"), queries.trust_choices(areas, trust), _of_trust, public=True),
    ]


def _of(column: str) -> Any:
    return lambda places, value: places.filter(**{column: value})


def _of_trust(places: QuerySet[Any], value: str) -> QuerySet[Any]:
    return places.filter(trust_code=value) if places.model is Institution else places.none()


@require_safe
@any_signed_in(
    "Public reference data about one place, and for those who may, how to reach who answers for it"
)
def place(request: HttpRequest, key: str) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    found = queries.place_of(actor, key)
    context: dict[str, Any] = {
        "place": found,
        "key": queries.key_of(found),
        "facts": presenters.facts_of(found),
        "beside": beside.sections_of(request, found, queries.key_of(found)),
    }
    if isinstance(found, Institution):
        context |= _around(request, found)
    elif not found.is_over(clock.today()):
        context["ends"] = bool(policies.keep(actor, found.authority_id))
    return render(request, "directory/place.html", context | _kept(request, found))


def _around(request: HttpRequest, institution: Institution) -> dict[str, Any]:
    """What came before and after an institution, and whom one knew at what came before."""
    links = queries.links_of(institution)
    before: list[Place] = [other for link, other in links if other and link.kind.startswith("Predecessor")]
    actor = request.actor  # type: ignore[attr-defined]
    left = queries.contacts_at(actor, before, clock.today()) if actor.may(Permission.READ) else 0
    return {
        "successors": [(queries.key_of(one), one) for one in current(institution) if one != institution],
        "links": [(link, other, queries.key_of(other) if other else "") for link, other in links],
        "left": left,
        "left_at": [(queries.key_of(one), one) for one in before] if left else [],
    }


def _kept(request: HttpRequest, found: Place) -> dict[str, Any]:
    """Contacts and note, for those who may see them."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Permission.READ):
        return {"reads": False}
    keeps, today = actor.may(Permission.KEEP), clock.today()
    held = queries.contacts_of(actor, found)
    there = [one for one in held if not one.has_left(today)]
    return {
        "reads": True,
        "keeps": keeps,
        "contacts": presenters.contacts(there, keeps),
        "former": presenters.former(one for one in held if one.has_left(today)),
        "note": queries.note_of(actor, found),
    }


@require_safe
@any_signed_in("Public reference data about one authority")
def authority(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(Authority.objects.select_related("region", "force"), code=code)
    context = {
        "authority": found,
        "facts": presenters.authority_facts(found),
        "tiers": queries.part_of(found),
        "related": queries.before_and_after(found),
        "wards": found.wards.valid_on(clock.today()).order_by("name", "code"),
    }
    return render(request, "directory/authority.html", context)
