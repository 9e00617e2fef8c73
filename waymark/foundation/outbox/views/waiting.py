"""Messages waiting: for administrators."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from waymark.foundation.access.doors import requires
from waymark.foundation.outbox import presenters, queries
from waymark.foundation.outbox.permissions import Permission

SHOWN = 200


@requires(Permission.SEE_QUEUE)
def waiting(request: HttpRequest) -> HttpResponse:
    """Which messages wait or were given up, and how mail does. Never to whom they go."""
    found = list(queries.waiting(request.actor)[: SHOWN + 1])  # type: ignore[attr-defined]
    context = {
        "rows": [presenters.row(message) for message in found[:SHOWN]],
        "more": len(found) > SHOWN,
        "shown": SHOWN,
        "health": queries.health(),
    }
    return render(request, "outbox/waiting.html", context)
