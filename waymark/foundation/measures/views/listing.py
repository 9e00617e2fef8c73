"""Every measure with its definition."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from waymark.foundation.interface.doors import any_signed_in
from waymark.foundation.measures import presenters


@any_signed_in("Shows definitions only, no figure.")
def listing(request: HttpRequest) -> HttpResponse:
    return render(request, "measures/listing.html", {"measures": presenters.listed()})
