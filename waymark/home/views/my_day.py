"""My day: what waits for me, and what I can start."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from waymark.foundation.access.middleware import ORGANISATION
from waymark.foundation.interface.doors import any_signed_in
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Organisation
from waymark.foundation.tasks.beside import left_by
from waymark.foundation.tasks.queries import my_work
from waymark.home import presenters


@any_signed_in("Shows each person their own work only.")
def my_day(request: HttpRequest) -> HttpResponse:
    actor, at = request.actor, clock.now()
    context = {
        "meetings": presenters.next_panels(actor, at),
        "work": presenters.work_groups(my_work(actor), left_by(actor), actor, at),
        "starts": presenters.starts(actor),
        "roles": presenters.role_sentences(actor),
        "organisations": Organisation.objects.filter(pk__in=actor.organisations).order_by("name"),
    }
    return render(request, "home/my_day.html", context)


@require_POST
@any_signed_in("Chooses which of their own organisations a person works for now.")
def work_for(request: HttpRequest) -> HttpResponse:
    asked = request.POST.get("organisation", "")
    chosen = next((pk for pk in request.actor.organisations if str(pk) == asked), None)
    if chosen is None:
        raise Http404
    request.session[ORGANISATION] = chosen
    return redirect("home:my-day")
