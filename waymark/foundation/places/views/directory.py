"""The directory of institutions and authorities: public reference data, for everybody who is signed in."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from waymark.foundation.interface import filters
from waymark.foundation.interface.doors import any_signed_in
from waymark.foundation.interface.paging import page
from waymark.foundation.kernel import clock
from waymark.foundation.places import presenters, queries
from waymark.foundation.places.finding import matching
from waymark.foundation.places.forms.directory import Search
from waymark.foundation.places.models import Authority, Institution
from waymark.foundation.places.succession import current


@require_safe
@any_signed_in("Public reference data about institutions, needed by everybody who refers or works with them")
def institutions(request: HttpRequest) -> HttpResponse:
    """What is typed is the name or number of an institution: it may stand in the address, no person is named."""
    search = Search(request.GET if "q" in request.GET else None)
    text = search.cleaned_data["q"] if search.is_bound and search.is_valid() else ""
    asked = filters.read(
        request,
        filters.One("kind", _("Kind"), Institution.Kind.choices, public=True),
        filters.One("status", _("Status"), Institution.Status.choices, public=True),
        filters.One("phase", _("Phase"), [(name, name) for name in queries.PHASES], public=True),
        filters.One("authority", _("Authority"), queries.authority_choices(), "authority_id", public=True),
    )
    found = _found(asked.apply(queries.directory()), text, search)
    shown = page(found, request, order=("name", "id"))
    context = {
        "form": search,
        "kept": [(name, value) for name, value in request.GET.items() if name in asked.values],
        "filter": asked,
        "page": shown,
        "table": presenters.institutions(shown.rows),
    }
    return render(request, "places/institutions.html", context)


def _found(institutions: QuerySet[Institution], text: str, search: Search) -> QuerySet[Institution]:
    if search.is_bound and not search.is_valid():
        return institutions.none()
    return matching(institutions, text)


@require_safe
@any_signed_in("Public reference data about one institution, and how to reach the people who answer for it")
def institution(request: HttpRequest, institution_id: int) -> HttpResponse:
    found = get_object_or_404(Institution.objects.select_related("authority", "ward"), pk=institution_id)
    context = {
        "institution": found,
        "facts": presenters.facts(found),
        "successors": [one for one in current(found) if one != found],
        "links": queries.links_of(found),
        "contacts": found.contacts.valid_on(clock.today()).order_by("role", "name", "pk"),
    }
    return render(request, "places/institution.html", context)


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
    return render(request, "places/authority.html", context)
