"""A professional without an account comes in by a link to their work e-mail address."""

from __future__ import annotations

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from waymark.foundation.access.actions import visitors
from waymark.foundation.access.actions.visitors import UNUSABLE
from waymark.foundation.access.middleware import VISITOR
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.places.models import Authority
from waymark.pathway.concerns.actions import visiting
from waymark.pathway.concerns.forms.starting import VisitorLink

COME_IN = "A professional without an account asks for a link, and shows with it that the address is theirs."
TOO_MANY = _(
    "Too many links were asked for from your network in the last hour. Wait an hour, or call your Prevent team now."
)


@open_to_all(COME_IN)
def visitor(request: HttpRequest) -> HttpResponse:
    """Asks for the address. The answer is the same for every address."""
    authorities = _authorities()
    form = VisitorLink(request.POST or None, authorities=authorities)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="visitor_link"):
            form.add_error(None, TOO_MANY)
            return render(request, "concerns/visitor.html", {"form": form}, status=429)
        chosen = form.cleaned_data.get("authority") or (authorities[0].pk if authorities else None)
        if chosen is not None:
            visiting.send_link(
                email=form.cleaned_data["email"],
                authority_id=int(chosen),
                language=(get_language() or "en")[:2],
            )
        return redirect("concerns:visitor-sent")
    return render(request, "concerns/visitor.html", {"form": form})


def _authorities() -> list[Authority]:
    """The council whose site this is comes first, then the others by name."""
    here = settings.WAYMARK_BRAND.get("name", "")
    found = Authority.objects.filter(uses_waymark=True).order_by("name")
    return sorted(found, key=lambda authority: authority.official_name != here)


@open_to_all(COME_IN)
def visitor_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "concerns/visitor_sent.html")


@open_to_all(COME_IN)
def visitor_link(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link spends nothing (mail scanners open links too): its button does."""
    if request.method != "POST":
        return render(request, "concerns/visitor_link.html", {"email": visitors.address_of(token)})
    try:
        found = visiting.come_in(token=token)
    except Refusal:
        given = {"sentence": UNUSABLE}
        return render(request, "concerns/visitor_unusable.html", given, status=403)
    request.session.flush()
    request.session[VISITOR] = str(found.pk)
    return redirect("concerns:mine")


@require_POST
@open_to_all("Ends a visit; nothing else.")
def visitor_leave(request: HttpRequest) -> HttpResponse:
    if request.actor.kind == "visitor":  # type: ignore[attr-defined]
        request.session.flush()
    return redirect("concerns:start")
