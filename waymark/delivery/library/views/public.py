"""What the council shows to whoever comes by."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from waymark.delivery.library import queries, shown
from waymark.delivery.training.queries import councils
from waymark.foundation.access.context import acting
from waymark.foundation.interface import filters
from waymark.foundation.interface.doors import open_to_all

from .found import asked, with_table


@open_to_all("Public resources for anybody: read with a grant that no other row of any table carries.")
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Of one council: the one that the site is named after, or the one that is chosen."""
    held = {str(one.pk): one for one in councils()}
    if not held:
        return render(request, "library/public.html")
    council = held.get(request.GET.get("council", "")) or next(iter(held.values()))
    names = [(key, one.official_name or one.name) for key, one in held.items()]
    choice = filters.One("council", _("Council"), names, lambda found, value: found)
    with acting(queries.passer_by(council.pk)) as by:
        given = asked(request, queries.public(by), *([choice] if len(held) > 1 else []))
        return render(request, "library/public.html", with_table(given, shown.public_table))
