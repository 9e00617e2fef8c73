"""Help, accessibility and privacy: the three pages that the foot of every page leads to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from waymark.foundation.interface.doors import open_to_all


@open_to_all("Says how to get help; shows no data.")
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "interface/help.html")


@open_to_all("Says how accessible the service is; shows no data.")
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "interface/accessibility.html")


@open_to_all("Says what the service keeps about people; shows no data.")
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "interface/privacy.html")
