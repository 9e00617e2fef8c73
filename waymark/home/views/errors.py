"""Pages for when something is not there, not allowed, or not working. They need no database."""

from __future__ import annotations

import sys

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.http import escape_leading_slashes
from django.views.decorators.csrf import requires_csrf_token

UNREACHED = (OperationalError, InterfaceError)
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(render_to_string("404.html", {}, request), status=404)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(render_to_string("403.html", {}, request), status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent could not be read (400), or is more than one page may send (413). Nothing of it is read again: that
    would fail again, also when the token of its form is looked for."""
    if isinstance(exception, TOO_MUCH):
        return HttpResponse(render_to_string("413.html", {}), status=413)
    if _out_of_reach(exception):  # Django takes a session that could not be written for one that was deleted
        return _unavailable(request)
    return HttpResponse(render_to_string("400.html", {}), status=400)


@requires_csrf_token
def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours (500), or the database out of reach (503): then what was typed stays on the page."""
    if isinstance(sys.exc_info()[1], UNREACHED):
        return _unavailable(request)
    return HttpResponse(render_to_string("500.html", {}), status=500)


def _out_of_reach(exception: Exception) -> bool:
    """Is it a session that went with the connection to the database?"""
    lost = exception.__context__ if isinstance(exception, SessionInterrupted) else None
    return isinstance(lost and lost.__context__, UNREACHED)


def _unavailable(request: HttpRequest) -> HttpResponse:
    kept = {"kept": _typed(request), "path": escape_leading_slashes(request.path)}
    return HttpResponse(render_to_string("503.html", kept), status=503)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    if request.method != "POST":
        return []
    return [
        (name, value) for name, values in request.POST.lists() for value in values if "password" not in name
    ]
