"""English or Welsh: a path of its own, so that it works without script and leads back to the same page."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from waymark.foundation.interface.doors import open_to_all

YEAR = 365 * 24 * 60 * 60


@open_to_all("Chooses the language of pages; keeps only a cookie that says en or cy.")
def choose(request: HttpRequest, language: str) -> HttpResponse:
    """Sets the language cookie and goes back to `next`, which must be a path of this site."""
    where = request.GET.get("next", "/")
    parts = urlsplit(where)
    ours = url_has_allowed_host_and_scheme(where, allowed_hosts=None) and where.startswith("/")
    response = HttpResponseRedirect(where if ours and not parts.netloc else "/")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=YEAR,
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
