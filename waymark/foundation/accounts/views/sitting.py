"""How long the session still lasts, staying signed in, and saving what is typed meanwhile."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from waymark.foundation.accounts import timing, typed_text
from waymark.foundation.accounts.models import Why
from waymark.foundation.interface.doors import any_signed_in
from waymark.foundation.interface.moments import clock_time
from waymark.foundation.kernel import clock

_door = any_signed_in("Everybody keeps their own session going, and what they type.")


@_door
@require_safe
def stay(request: HttpRequest) -> HttpResponse:
    """Being asked for is enough to renew the session: the page says until when."""
    ends = timing.ends_at(request)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"seconds": _seconds(ends)})
    return render(request, "accounts/stay.html", {"at": clock_time(ends)})


@_door
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Save the fields of the page named in `page`, for nobody but the person who typed them."""
    page = request.POST.get("page", "")
    fields = request.POST.copy()
    fields.pop("page", None)
    kept = typed_text.keep(request.user, page, fields, Why.WHILE_TYPING)  # type: ignore[arg-type]
    said = ""
    if kept:
        typed_text.note_page(request, page)
        said = _("Saved at %(time)s") % {"time": clock_time(kept.kept_at)}
    return JsonResponse({"said": said, "seconds": _seconds(timing.ends_at(request))})


def shown(request: HttpRequest) -> dict[str, Any] | None:
    """What a page says of its session; nothing on pages of somebody who is not signed in."""
    if not hasattr(request, "session") or timing.USED not in request.session:
        return None
    ends = timing.ends_at(request)
    return {
        "at": clock_time(ends),
        "seconds": _seconds(ends),
        "warn": int(timing.WARNING.total_seconds()),
        "renew": reverse("accounts:stay"),
        "keep": reverse("accounts:keep"),
    }


def _seconds(ends: datetime) -> int:
    return max(int((ends - clock.now()).total_seconds()), 0)
