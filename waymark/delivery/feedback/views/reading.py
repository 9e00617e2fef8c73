"""What people said: of a session, of a version of a course; words that may be quoted, words that are set aside."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.feedback import links, policies, presenters, queries, results
from waymark.delivery.feedback.actions import asking, setting_aside
from waymark.delivery.feedback.forms import SetAside
from waymark.delivery.feedback.models import Occasion, Remark, Round
from waymark.delivery.feedback.permissions import Permission
from waymark.delivery.training.models import CourseVersion, Session
from waymark.delivery.training.permissions import Permission as Training
from waymark.delivery.training.views.found import actor_of, session_of
from waymark.foundation.access import filling
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface import code_picture, paging
from waymark.foundation.interface.forms import Form
from waymark.foundation.ledger import reads
from waymark.foundation.measures.small import FEWEST_ANSWERS

BOTH = require_http_methods(["GET", "POST"])
fill = partial(filling.fill, record=None, template="training/form.html")


@requires(Training.SEE, shows=Session)
@require_GET
def session(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = session_of(request, reference), actor_of(request)
    asked = Round.objects.filter(session=found, occasion=Occasion.AFTER).exists()
    given = {
        "session": found, "came": queries.came(found), "parts": results.parts_of(found), "few": FEWEST_ANSWERS,
        "asked": asked, "teaches": bool(policies.ask(actor, found)),
    }  # fmt: skip
    return shown(request, found, "feedback/session.html", given)


@requires(Training.SEE, shows=CourseVersion)
@require_GET
def version(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """Of all sessions of one version together: so a change of the course can be judged."""
    actor = actor_of(request)
    found = load(CourseVersion.objects.select_related("course"), actor, pk=version_id)
    reads.note(request, found)
    given = {
        "version": found, "parts": results.parts_of(found), "few": FEWEST_ANSWERS, "led_to": queries.led_to(found),
        "quotes": actor.may(Permission.QUOTE),
    }  # fmt: skip
    return render(request, "feedback/version.html", given)


def _up(reference: str) -> dict[str, str]:
    return {
        "up": reverse("feedback:session", args=[reference]),
        "up_text": _("What people said"),
        "caption": reference,
    }


@requires(Training.TEACH)
@BOTH
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Now, and not within the hour; and so that there is a link for those in the room."""
    found, actor = session_of(request, reference), actor_of(request)
    return fill(
        request, form=Form(request.POST or None), may=policies.ask(actor, found),
        act=lambda said: asking.ask(by=actor, session=found, occasion=Occasion.AFTER),
        given={
            "title": _("Ask what people think"), **_up(reference),
            "lead": _(
                "Whoever came and whose email address we have gets a link. You get one link for all in the room. "
                "The service asks within the hour if you do not."
            ),
        },
        back=("feedback:room-link", reference),
    )  # fmt: skip


@requires(Training.TEACH)
@require_GET
def room(request: HttpRequest, reference: str) -> HttpResponse:
    """One link for those in the room, to show or to print."""
    found = session_of(request, reference)
    round_ = Round.objects.filter(session=found, occasion=Occasion.AFTER).first()
    if round_ is None:
        return redirect("feedback:ask", reference=reference)
    address = request.build_absolute_uri(reverse("feedback:room", args=[links.of_room(round_)]))
    given = {
        "session": found,
        "address": address,
        "picture": code_picture.Picture.of(address),
        "came": queries.came(found),
    }
    return render(request, "feedback/room_link.html", given)


@requires(Training.TEACH, shows=Remark)
@BOTH
def set_aside(request: HttpRequest, remark_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = load(Remark.objects.select_related("reply__round__session"), actor, pk=remark_id)
    reference = found.reply.round.session.reference
    return fill(
        request, form=SetAside(request.POST or None, version=found.version), may=policies.set_aside(actor, found),
        act=lambda said: setting_aside.set_aside(
            by=actor, remark=found, version=version_of(request), because=said["because"]
        ),
        record=found, template="feedback/set_aside.html",
        given={"title": _("Set words aside"), "remark": found, **_up(reference)},
        back=("feedback:session", reference),
    )  # fmt: skip


@requires(Permission.QUOTE)
@require_GET
def quotes(request: HttpRequest) -> HttpResponse:
    """Only what its giver allows, by the month and the course: not by the session, and not by the day."""
    page = paging.page(queries.quotes(actor_of(request)), request, ("id",))
    return render(request, "feedback/quotes.html", {"page": page, "table": presenters.quotes(page.rows)})
