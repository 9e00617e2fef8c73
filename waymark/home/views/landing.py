"""The first page: what this is, and the two or three things a person may have come for."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from waymark.foundation.interface.doors import open_to_all


@open_to_all("The first page: says what the service is and how to refer or sign in; shows no data.")
def landing(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("home:my-day")
    return render(request, "home/landing.html", {"demo": settings.WAYMARK_DEMO})
