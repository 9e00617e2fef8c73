"""Chosen places are written to, shown before it is done; a call is noted."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.reach import approaches, letter, policies, presenters
from waymark.delivery.reach.actions import approaching
from waymark.delivery.reach.forms.approaching import Note, Write
from waymark.delivery.reach.models import How
from waymark.delivery.reach.periods import again_since
from waymark.delivery.reach.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.access.working_for import may_somewhere
from waymark.foundation.directory.queries import place_of
from waymark.foundation.kernel import clock

from .found import actor_of, approaching_for, fill

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.APPROACH)
@BOTH
def write(request: HttpRequest) -> HttpResponse:
    """The keys of the chosen places stand in the address (`place`, several)."""
    authority, actor = approaching_for(request), actor_of(request)
    keys = list(dict.fromkeys(one.replace("\x00", "")[:20] for one in request.GET.getlist("place")))
    since = again_since(authority.pk, clock.today())
    chosen = approaches.addressed(actor, authority.pk, keys, since)
    form = Write(request.POST or None, ticked=any(one.wants_a_tick for one in chosen))

    def act(said: dict[str, Any]) -> Any:
        return approaching.write(
            by=actor, authority_id=authority.pk, keys=keys, how=said["how"], again=bool(said.get("again"))
        )[1]

    return fill(
        request, form=form, may=policies.approach(actor, authority.pk), act=act, template="reach/write.html",
        given={
            "table": presenters.chosen_table(chosen), "since": since, "up": reverse("reach:not-reached"),
            "too_many": len(keys) > approaches.MOST, "most": approaches.MOST,
        },
        back=lambda batch: ("reach:sent", batch),
    )  # fmt: skip


@requires(Permission.APPROACH)
@require_GET
def sent(request: HttpRequest, batch: UUID) -> HttpResponse:
    """What was written together: to whom, and the letters as a PDF."""
    held = _batch(request, batch)
    given = {"held": held, "batch": batch, "letters": held[0].how == How.LETTER}
    return render(request, "reach/sent.html", given)


@requires(Permission.APPROACH)
@require_GET
def letters(request: HttpRequest, batch: UUID) -> HttpResponse:
    where = settings.WAYMARK_BASE_URL.rstrip("/") + reverse("training:visitor")
    answer = HttpResponse(letter.of(_batch(request, batch), where), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="letters.pdf"'
    add_never_cache_headers(answer)
    return answer


def _batch(request: HttpRequest, batch: UUID) -> list[Any]:
    may_somewhere(actor_of(request), policies.approach)
    held = approaches.in_batch(actor_of(request), batch)
    if not held:
        raise Http404
    return held


@requires(Permission.APPROACH)
@BOTH
def note(request: HttpRequest, key: str) -> HttpResponse:
    actor, place = actor_of(request), place_of(actor_of(request), key)
    authority_id = place.authority_id
    if authority_id is None or not (may := policies.approach(actor, authority_id)):
        raise Http404
    return fill(
        request, form=Note(request.POST or None), may=may,
        act=lambda said: approaching.note(by=actor, authority_id=authority_id, place=place, **said),
        given={
            "title": _("Note a call, a visit or an answer"), "caption": str(place),
            "up": reverse("directory:place", args=[key]), "up_text": str(place), "button": _("Save"),
        },
        back=lambda done: ("directory:place", key),
    )  # fmt: skip
