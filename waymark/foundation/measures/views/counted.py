"""What a figure counts: the records behind it, as far as whoever asks may open them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from waymark.foundation.access.doors import requires
from waymark.foundation.access.working_for import where_may
from waymark.foundation.interface import filters, paging
from waymark.foundation.measures import MEASURES, asking, computing
from waymark.foundation.measures.permissions import Permission
from waymark.foundation.measures.policies import counts


@requires(Permission.COUNT)
@require_GET
def listing(request: HttpRequest, code: str) -> HttpResponse:
    """The records of a period (`from`, `until`), by reference and day. Those that the reader may not see stay out."""
    actor = request.actor  # type: ignore[attr-defined]
    measure = MEASURES.get(code)
    if measure is None or measure.rows is None:
        raise Http404
    rows = measure.rows
    scope = asking.scope_of(request.GET, where_may(request, counts))
    counted = computing.several([(code, scope)], actor)[code, scope]
    if counted is None:
        raise Http404
    chosen = filters.read(request, *asking.splits(measure, rows))
    page = paging.page(chosen.apply(rows.find(scope).visible_to(actor)), request)
    given = {
        "measure": measure, "scope": scope, "number": counted[0].number if counted else 0, "filter": chosen,
        "page": page, "table": asking.table(measure, rows, page.rows, (_("Record"), _("Day"))),
        "is_number": measure.unit == "count",
    }  # fmt: skip
    return render(request, "measures/counted.html", given)
