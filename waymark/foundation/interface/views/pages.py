"""Help, accessibility, privacy and cookies: the pages that the foot of every page leads to."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from waymark.foundation.interface import accessible
from waymark.foundation.interface.doors import open_to_all


@open_to_all("Says how to get help; shows no data.")
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "interface/help.html")


@open_to_all("Says how accessible the service is; shows no data.")
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "interface/accessibility.html", {"results": accessible.results()})


@open_to_all("Says what the service keeps about people; shows no data.")
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "interface/privacy.html")


@open_to_all("Says which cookies there are; shows no data.")
def cookies(request: HttpRequest) -> HttpResponse:
    """Each cookie by the name it has here."""
    signing_out = _("When you sign out, close the browser, or after some hours")
    rows = [
        {"name": settings.SESSION_COOKIE_NAME, "what": _("Keeps you signed in"), "until": signing_out},
        {
            "name": settings.CSRF_COOKIE_NAME,
            "what": _("Makes sure that a form comes from you"),
            "until": _("After a year"),
        },
        {
            "name": settings.LANGUAGE_COOKIE_NAME,
            "what": _("Remembers English or Welsh"),
            "until": _("When you close the browser"),
        },
    ]
    return render(request, "interface/cookies.html", {"cookies": rows})
