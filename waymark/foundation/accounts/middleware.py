"""What every request of a signed-in person passes: the session’s limits, a second factor where due, what was typed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from waymark.foundation.accounts import timing, typed_text
from waymark.foundation.accounts.actions import signing_in
from waymark.foundation.accounts.models import User, Why
from waymark.foundation.interface.doors import to_sign_in
from waymark.foundation.interface.moments import clock_time
from waymark.foundation.kernel import clock

# Pages that somebody without a second factor needs in order to get one, or to leave.
WITHOUT_SECOND_FACTOR = frozenset(
    {
        "mfa_add_webauthn", "mfa_activate_totp", "account_reauthenticate", "account_logout", "accounts:stay",
        "interface:brand", "interface:language",
    }
)  # fmt: skip
SEEN_EVERY = 300
SEEN = "accounts_seen"


class AccountsMiddleware:
    """Must stand after the ActorMiddleware: it reads and writes inside the request’s transaction."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if 300 <= response.status_code < 400:
            typed_text.after_redirect(request, done=not getattr(response, "nothing_done", False))
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """End a session that is over; send people who have not shown a second factor to where they can."""
        if not request.user.is_authenticated:
            return None
        if timing.is_over(request):
            return _end(request)
        match = request.resolver_match
        if settings.WAYMARK_MFA_REQUIRED and match and match.view_name not in WITHOUT_SECOND_FACTOR:
            elsewhere = _to_second_factor(request)
            if elsewhere is not None:
                return elsewhere
        timing.note_used(request)
        _note_seen(request)
        if request.method == "GET":
            _bring_back(request)
        return None


def _end(request: HttpRequest) -> HttpResponse:
    """The session is over: what was posted is kept for its holder, and everything else of it goes."""
    here = request.get_full_path()
    kept = None
    if request.method == "POST":
        kept = typed_text.keep(request.user, here, request.POST, Why.SESSION_ENDED)  # type: ignore[arg-type]
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    signing_in.enter(signing_in.end_session, request.user)  # type: ignore[arg-type]
    logout(request)
    said = _("You were signed out because you had not used this for a while, or for very long.")
    if kept:
        said = _(
            "You were signed out. What you typed is kept for 30 minutes: sign in as the same person to get it back."
        )
    messages.info(request, said)
    # Anybody may see some pages: those open without a word, others ask to sign in.
    response = to_sign_in(request, here) if request.method == "POST" else redirect(here)
    response.nothing_done = True  # type: ignore[attr-defined]
    return response


def _bring_back(request: HttpRequest) -> None:
    kept_at = typed_text.bring_back(request)
    if kept_at is not None:
        said = _("What you typed at %(time)s is back. It has not been sent: check it, then send it.")
        messages.info(request, said % {"time": clock_time(kept_at)})


def _to_second_factor(request: HttpRequest) -> HttpResponse | None:
    records = get_authentication_records(request, request.user)
    if any(record["method"] == "mfa" for record in records):
        return None
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    if Authenticator.objects.filter(user_id=request.user.pk, type__in=kinds).exists():
        # This session is older than the second factor: it never showed one.
        logout(request)
        return redirect(settings.LOGIN_URL)
    return redirect("mfa_add_webauthn")


def _note_seen(request: HttpRequest) -> None:
    now = time.time()
    if now - request.session.get(SEEN, 0) < SEEN_EVERY:
        return
    request.session[SEEN] = now
    UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=clock.now())
    user, today = request.user, clock.today()
    if isinstance(user, User) and user.last_seen_on != today:
        User.objects.filter(pk=user.pk).update(last_seen_on=today)
