"""One line of log for each request, and its number in every line that is written meanwhile: the route by name, how it
ended, how long it took, who (a random key). No address, no parameter, no body, no network address, no browser."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from . import figures

log = structlog.get_logger("waymark.request")
UNKNOWN = "unknown"


class RequestLog:
    """Outermost, so that it sees what every other middleware made of a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.monotonic()
        request.number = str(uuid.uuid4())  # the ledger’s entries of this request carry it as well
        with structlog.contextvars.bound_contextvars(request_id=request.number):
            response = self.get_response(request)
            route, seconds = route_of(request), time.monotonic() - began
            method = request.method if request.method in ("GET", "HEAD", "POST") else "other"
            figures.count(route, str(method), response.status_code, seconds)
            log.info(
                "request", route=route, method=method, status=response.status_code,
                ms=round(seconds * 1000), user=_user_of(request),
            )  # fmt: skip
        return response


def route_of(request: HttpRequest) -> str:
    """The name of the route: never the address, which may hold what somebody typed."""
    match = request.resolver_match
    return (match.view_name or UNKNOWN) if match else UNKNOWN


def _user_of(request: HttpRequest) -> str:
    actor = getattr(request, "actor", None)
    return actor.id if actor is not None and actor.kind == "user" else ""
