"""One transaction for each request, with the context of whoever acts; one effect for each form."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from waymark.foundation.interface import nations
from waymark.foundation.kernel.refusals import NotYours, Refusal

from . import context, once
from .actors import Actor
from .models import Visitor

ORGANISATION = "organisation"
VISITOR = "visitor"
# Paths that need neither a person nor a transaction.
OUTSIDE = ("/static/", "/health", "/ready", "/metrics", "/brand.css")


class ActorMiddleware:
    """Puts `request.actor` in place. A failed request leaves nothing behind: the transaction is rolled back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = Actor.nobody()  # type: ignore[attr-defined]
        if request.path.startswith(OUTSIDE):
            return self.get_response(request)
        try:
            with transaction.atomic():
                request.actor = actor_of(request)  # type: ignore[attr-defined]
                nations.speak(request.actor.nation or settings.WAYMARK_NATION)  # type: ignore[attr-defined]
                context.enter(request.actor, getattr(request, "number", "") or str(uuid.uuid4()))  # type: ignore[attr-defined]
                response = once.answer(request, self.get_response)
                if getattr(request, "failed", False) or response.status_code >= 500:
                    transaction.set_rollback(True)
        finally:
            context.left()
        return response

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        request.failed = True  # type: ignore[attr-defined]
        if isinstance(problem, NotYours):
            raise Http404 from problem
        if isinstance(problem, Refusal):
            return render(request, "refused.html", {"sentence": problem.sentence}, status=403)
        return None


def actor_of(request: HttpRequest) -> Actor:
    """The actor of a request, from its session. Nobody when there is none, or the account is disabled."""
    if request.user.is_authenticated:
        return Actor.of_user(request.user.pk, request.session.get(ORGANISATION))  # type: ignore[union-attr]
    visitor_id = _key(request.session.get(VISITOR))
    known = Visitor.objects.select_related("authority").filter(pk=visitor_id, verified_at__isnull=False)
    visitor = known.first() if visitor_id else None
    return Actor.of_visitor(visitor) if visitor else Actor.nobody()


def _key(value: object) -> uuid.UUID | None:
    """What a session holds is signed but may be old: a key that is none belongs to nobody."""
    try:
        return uuid.UUID(str(value))
    except ValueError:
        return None
