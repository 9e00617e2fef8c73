"""Is this service up, is it ready, and how does what it leans on do? Asked by `./run` and by whatever watches it."""

from __future__ import annotations

import hmac

import structlog
from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from waymark.foundation.access.doors import requires
from waymark.foundation.interface import figures
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.outbox.permissions import Permission
from waymark.home import ground, readiness

logger = structlog.get_logger(__name__)
PLAIN = "text/plain; charset=utf-8"
# What a proxy adds: a request with one of these came from elsewhere, though it arrives from this machine.
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_REAL_IP", "HTTP_FORWARDED")


@never_cache
@require_safe
@open_to_all("Monitoring asks whether the service is up, and learns nothing else from the answer.")
def health(request: HttpRequest) -> HttpResponse:
    """200 "ready", or 503 and one plain sentence: the database, its roles and its tables are as they must be."""
    try:
        trouble = ground.trouble()
    except DatabaseError as problem:
        logger.warning("health.database", problem=type(problem).__name__)
        trouble = "The database cannot be reached."
    return HttpResponse(trouble or "ready", status=503 if trouble else 200, content_type=PLAIN)


@never_cache
@require_safe
@open_to_all(
    "Monitoring asks what works and what does not; from elsewhere only whether the service is ready."
)
def ready(request: HttpRequest) -> HttpResponse:
    """Each thing by name, yes or no, for a request from this machine; for any other one word."""
    answers = readiness.look()
    well = readiness.is_ready(answers)
    lines = ["ready" if well else "not ready"]
    if is_from_here(request):
        lines += [
            f"{answer.check.name}: {'yes' if answer.found.well else 'no'} ({answer.found.sentence})"
            for answer in answers
        ]
    return HttpResponse("\n".join(lines), status=200 if well else 503, content_type=PLAIN)


@never_cache
@require_safe
@open_to_all("Figures for monitoring, without personal data, for who is on this machine or holds the token.")
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus’s text format. 404 to anybody else, as if there were no such page."""
    if not (is_from_here(request) or _holds_token(request)):
        raise Http404
    text = figures.text(
        {answer.check.name: (answer.found.well, answer.found.age) for answer in readiness.look()}
    )
    return HttpResponse(text, content_type=figures.CONTENT_TYPE)


@requires(Permission.SEE_QUEUE)
def service(request: HttpRequest) -> HttpResponse:
    """How the service does, for administrators."""
    answers = readiness.look()
    return render(
        request, "home/service.html", {"answers": answers, "unwell": [a for a in answers if not a.found.well]}
    )


def is_from_here(request: HttpRequest) -> bool:
    """From this machine, and not through a proxy on it."""
    return request.META.get("REMOTE_ADDR") in ("127.0.0.1", "::1") and not any(
        name in request.META for name in FORWARDED
    )


def _holds_token(request: HttpRequest) -> bool:
    token = settings.WAYMARK_METRICS_TOKEN
    given = request.headers.get("Authorization", "")
    return bool(token) and hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
