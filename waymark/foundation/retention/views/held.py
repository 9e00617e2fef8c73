"""What we hold and until when; what was erased. Counts only: nothing here names or opens a record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from waymark.foundation.access.doors import requires
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface import downloads
from waymark.foundation.interface.paging import page
from waymark.foundation.kernel import clock
from waymark.foundation.retention import presenters, queries
from waymark.foundation.retention.permissions import Permission


@requires(Permission.SEE_HELD)
@require_GET
def held(request: HttpRequest) -> HttpResponse:
    """Each class with how many are open and sealed, what is due, what waits for somebody."""
    return render(request, "retention/held.html", presenters.held(request.actor, clock.today()))  # type: ignore[attr-defined]


@requires(Permission.SEE_HELD)
@require_GET
def disposals(request: HttpRequest) -> HttpResponse:
    """The disposal log: class, number, day, on whose approval."""
    shown = page(queries.disposals(request.actor), request, order=("-on_date", "id"))  # type: ignore[attr-defined]
    given = {"page": shown, "table": presenters.disposal_table(shown.rows)}
    return render(request, "retention/disposals.html", given)


@requires(Permission.SEE_HELD)
@step_up
@require_GET
def disposals_csv(request: HttpRequest) -> HttpResponse:
    """The whole log as CSV, without anybody’s name."""
    headings, rows = presenters.disposals_taken(queries.disposals(request.actor))  # type: ignore[attr-defined]
    return downloads.answer("csv", "disposals", "", headings, rows)
