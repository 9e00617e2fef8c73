"""What every request of a signed-in person passes: a second factor where due, and the last-seen time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock

# Pages that somebody without a second factor needs in order to get one, or to leave.
WITHOUT_SECOND_FACTOR = frozenset({"mfa_activate_totp", "account_reauthenticate", "account_logout"})
SEEN_EVERY = 300
SEEN = "accounts_seen"


class AccountsMiddleware:
    """Must stand after the ActorMiddleware: it reads and writes inside the request’s transaction."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Send people who have not shown a second factor to where they can; let others pass."""
        if not request.user.is_authenticated:
            return None
        match = request.resolver_match
        if settings.WAYMARK_MFA_REQUIRED and match and match.view_name not in WITHOUT_SECOND_FACTOR:
            elsewhere = _to_second_factor(request)
            if elsewhere is not None:
                return elsewhere
        _note_seen(request)
        return None


def _to_second_factor(request: HttpRequest) -> HttpResponse | None:
    records = get_authentication_records(request, request.user)
    if any(record["method"] == "mfa" for record in records):
        return None
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    if Authenticator.objects.filter(user_id=request.user.pk, type__in=kinds).exists():
        # This session is older than the second factor: it never showed one.
        logout(request)
        return redirect(settings.LOGIN_URL)
    return redirect("mfa_activate_totp")


def _note_seen(request: HttpRequest) -> None:
    now = time.time()
    if now - request.session.get(SEEN, 0) < SEEN_EVERY:
        return
    request.session[SEEN] = now
    UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=clock.now())
    user, today = request.user, clock.today()
    if isinstance(user, User) and user.last_seen_on != today:
        User.objects.filter(pk=user.pk).update(last_seen_on=today)
