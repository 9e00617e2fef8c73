"""One booking by the link in an e-mail: when and where, a file for the calendar, saying yes to a place that is offered,
passing it on to a colleague, giving it up. No name."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import links, policies, presenters
from waymark.delivery.training.actions import booking as deeds
from waymark.delivery.training.actions import replacing, waiting
from waymark.delivery.training.forms.booking import Replace
from waymark.delivery.training.models import Booking
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.meetings import calendar_file

from .found import fill

BY_LINK = "By a signed link sent to whoever comes or booked; it names nobody."


def _job(authority_id: int) -> Actor:
    return Actor.job("training-place", authority_id)


def _booking(token: str) -> tuple[int, Booking]:
    """Within the context of a job of its authority. Http404 for a link that opens nothing."""
    authority_id, key = links.read(links.PLACE, token)
    with acting(_job(authority_id)):
        found = Booking.objects.select_related(
            "session__taught__course__needs", "trainee", "booked_by", "visitor"
        )
        booking = found.filter(place_key=key, authority_id=authority_id).first()
    if booking is None:
        raise Http404
    return authority_id, booking


@open_to_all(BY_LINK)
@require_http_methods(["GET", "POST"])
def place(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link changes nothing: one button takes the place that is offered, the other gives it up."""
    authority_id, booking = _booking(token)
    form = Form()
    if request.method == "POST":
        try:
            with acting(_job(authority_id)) as by:
                (waiting.take if "take" in request.POST else deeds.give_up)(by=by, booking=booking)
            return redirect("training:place", token=token)
        except Refusal as refusal:
            form.refuse(refusal)
    shown = presenters.Place.of(booking, clock.now())
    return render(request, "training/place.html", {"shown": shown, "form": form, "token": token})


@open_to_all(BY_LINK)
@require_http_methods(["GET", "POST"])
def replace(request: HttpRequest, token: str) -> HttpResponse:
    """A colleague comes instead. Nothing is shown of the person who had the place."""
    authority_id, booking = _booking(token)
    with acting(_job(authority_id)) as by:
        form = Replace(request.POST or None, before=booking.session.taught.course.needs)
        return fill(
            request, form=form, may=policies.replaceable(booking, clock.now()),
            act=lambda said: replacing.replace_by_link(
                by=by, booking=booking, instead=form.instead(), knows=form.knows()
            ),
            given={
                "title": _("A colleague comes instead"), "caption": booking.session.reference,
                "up": reverse("training:place", args=[token]), "up_text": _("Your training"),
            },
            back=lambda done: ("training:place-replaced",),
        )  # fmt: skip


@open_to_all("Says that a colleague has the place; it names nobody.")
@require_GET
def replaced(request: HttpRequest) -> HttpResponse:
    return render(request, "training/replaced.html")


@open_to_all(BY_LINK)
@require_GET
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    session = _booking(token)[1].session
    link = reverse("training:place", args=[token])
    answer = HttpResponse(calendar_file.of(session, link=link), content_type=calendar_file.TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{session.reference}.ics"'
    return answer
