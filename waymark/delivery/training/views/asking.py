"""Coming in without an account, asking for training, following what was asked and booked."""

from __future__ import annotations

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import mine, policies, presenters, queries
from waymark.delivery.training.actions import asking, booking, visiting
from waymark.delivery.training.forms.asking import Ask, Link
from waymark.delivery.training.forms.booking import Book
from waymark.delivery.training.models import Audience, Session, TrainingRequest
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.actions import visitors
from waymark.foundation.access.decisions import allow
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.access.middleware import VISITOR
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal

from .found import actor_of, booking_for, booking_of, fill, session_of
from .found import replace as replaced

BOTH = require_http_methods(["GET", "POST"])
COME_IN = "Somebody without an account asks for a link, and shows with it that the address is theirs."
TOO_MANY = gettext_lazy("Too many links were asked for from your network in the last hour. Wait an hour.")
WAY_IN = "training:visitor"


@open_to_all(COME_IN)
@BOTH
def visitor(request: HttpRequest) -> HttpResponse:
    """What this is, and the way in. The answer is the same for every address."""
    held = queries.councils()
    form = Link(request.POST or None, authorities=[(str(a.pk), a.official_name or a.name) for a in held])
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="visitor_link"):
            form.add_error(None, str(TOO_MANY))
            return render(request, "training/visitor.html", {"form": form}, status=429)
        chosen = form.cleaned_data.get("authority") or (held[0].pk if held else None)
        if chosen is not None:
            language = (get_language() or "en")[:2]
            visiting.send_link(email=form.cleaned_data["email"], authority_id=int(chosen), language=language)
        return redirect("training:visitor-sent")
    return render(request, "training/visitor.html", {"form": form})


@open_to_all(COME_IN)
@require_GET
def visitor_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "training/visitor_sent.html")


@open_to_all(COME_IN)
@BOTH
def visitor_link(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link spends nothing (mail scanners open links too): its button does."""
    form = Form()
    if request.method == "POST":
        try:
            found = visitors.use_link(token)
        except Refusal:
            return render(request, "training/visitor_link.html", {"unusable": visitors.UNUSABLE}, status=403)
        request.session.flush()
        request.session[VISITOR] = str(found.pk)
        return redirect("training:mine")
    given = {"email": visitors.address_of(token), "form": form}
    return render(request, "training/visitor_link.html", given)


@requires(Permission.BOOK, visitors=WAY_IN)
@require_GET
def my_training(request: HttpRequest) -> HttpResponse:
    """What somebody asked for and booked, and the sessions that are open to them. No name."""
    return render(request, "training/mine.html", {"shown": mine.Page.of(actor_of(request), clock.now())})


def _up() -> dict[str, str]:
    return {"up": reverse("training:mine"), "up_text": _("Your training")}


@requires(Permission.BOOK, visitors=WAY_IN)
@BOTH
def ask(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    authority_id = booking_for(request)
    where = mine.works_at(actor, authority_id)
    form = Ask(
        request.POST or None, places=[] if where else presenters.places(authority_id),
        audiences=[(str(one.pk), one.name) for one in queries.offered(Audience, authority_id)],
    )  # fmt: skip
    return fill(
        request, form=form, may=allow(),
        act=lambda said: asking.ask(
            by=actor, authority_id=authority_id, wish=form.wish(where or booking.Where())
        ),
        given={
            "title": _("Ask for training"), **_up(),
            "lead": _("Tell us who needs training. We write to you within a few working days to agree a date."),
        },
        back=lambda done: ("training:asked", done.reference),
    )  # fmt: skip


@requires(Permission.BOOK, shows=TrainingRequest, visitors=WAY_IN)
@require_GET
def asked(request: HttpRequest, reference: str) -> HttpResponse:
    """What somebody asked for, and what came of it."""
    actor = actor_of(request)
    found = load(mine.requests(actor), actor, reference=reference)
    return shown(request, found, "training/asked.html", {"shown": mine.Asked.of(found)})


@requires(Permission.BOOK, shows=Session, visitors=WAY_IN)
@require_GET
def offered(request: HttpRequest, reference: str) -> HttpResponse:
    """A session as those see it who book for their own people: and whom they have booked."""
    found, actor = session_of(request, reference), actor_of(request)
    given = {"session": found, "shown": mine.Offered.of(actor, found, clock.now())}
    return shown(request, found, "training/offered.html", given)


@requires(Permission.BOOK, visitors=WAY_IN)
@BOTH
def book(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = session_of(request, reference), actor_of(request)
    where = mine.works_at(actor, found.authority_id)
    form = Book(
        request.POST or None, places=[] if where else presenters.places(found.authority_id),
        roles=presenters.roles(found.authority_id), before=found.taught.course.needs,
    )  # fmt: skip
    return fill(
        request, form=form, may=policies.book(actor, found),
        act=lambda said: booking.book(by=actor, session=found, where=where or form.where(), **form.asked()),
        given={
            "title": _("Book places"), "caption": found.taught.course.name,
            "up": reverse("training:offered", args=[reference]), "up_text": _("Back to the session"),
        },
        back=lambda done: ("training:offered", reference),
    )  # fmt: skip


@requires(Permission.BOOK, visitors=WAY_IN)
@BOTH
def cancel(request: HttpRequest, reference: str) -> HttpResponse:
    """A booking of one’s own."""
    found, actor = booking_of(request, reference), actor_of(request)
    there = found.session.reference
    return fill(
        request, form=Form(request.POST or None, version=found.version), may=policies.cancel_booking(actor, found),
        act=lambda said: booking.cancel(by=actor, booking=found, version=version_of(request)),
        given={
            "title": _("Cancel a booking"), "caption": reference, "lead": _("Somebody who waits gets the place."),
            "up": reverse("training:offered", args=[there]), "up_text": _("Back to the session"),
        },
        back=lambda done: ("training:offered", there),
    )  # fmt: skip


@requires(Permission.BOOK, visitors=WAY_IN)
@BOTH
def replace(request: HttpRequest, reference: str) -> HttpResponse:
    """`reference` is the booking’s."""
    return replaced(request, reference, "training:offered")
