"""The link of somebody for whom two people vouched: it makes one new second step, and does nothing else."""

from __future__ import annotations

import json
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import TOTP, clear_totp_secret
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from waymark.foundation.access import queries
from waymark.foundation.access.actions import recovering
from waymark.foundation.accounts.actions.signing_in import named
from waymark.foundation.accounts.forms.sign_in import FirstCode, NewPasskey
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.models.invitations import fingerprint
from waymark.foundation.accounts.views.second_factor import shown
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.interface.moments import moment

LINK = "access_recovery"
BOTH = require_http_methods(["GET", "HEAD", "POST"])
_door = open_to_all(
    "Whoever lost what they sign in with cannot sign in: the link, which works once, is the key."
)


@_door
@never_cache
@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Take the token out of the address before anything is shown, so that it is not kept in any history."""
    link = fingerprint(token)
    if queries.vouched(link) is None:
        return _refused(request, None)
    request.session.flush()
    request.session[LINK] = link
    return redirect("recovery:passkey")


@_door
@never_cache
@BOTH
def passkey(request: HttpRequest) -> HttpResponse:
    """A new passkey, by script; a link leads to the app."""
    link, user, refused = _holder(request)
    if user is None:
        return refused
    form = NewPasskey(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        return _made(request, link, lambda whose: WebAuthn.add(whose, given["name"], given["credential"]))
    options = json.dumps(auth.begin_registration(user, True))
    return render(request, "access/recovery_passkey.html", {"form": form, "options": options})


@_door
@never_cache
@BOTH
def app(request: HttpRequest) -> HttpResponse:
    """A new app for security codes."""
    link, user, refused = _holder(request)
    if user is None:
        return refused
    form = FirstCode(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        secret = form.secret
        clear_totp_secret(request)
        return _made(request, link, lambda whose: TOTP.activate(whose, secret))
    return render(request, "access/recovery_app.html", _picture(user, form))


@_door
@never_cache
@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """What happens next: sign in with it."""
    return render(request, "access/recovery_done.html")


def _holder(request: HttpRequest) -> tuple[str, Any, HttpResponse]:
    link = str(request.session.get(LINK, ""))
    found = queries.vouched(link)
    if found is None or not found.works:
        return "", None, _refused(request, found)
    return link, User.objects.get(pk=found.user_id), HttpResponse()


def _made(request: HttpRequest, link: str, make: Any) -> HttpResponse:
    """The link is used up, and the session that it opened ends: whoever made the step signs in with it."""
    with named("nobody:recovery") as somebody:
        recovering.use(by=somebody, link=link, make=make)
    request.session.flush()
    return redirect("recovery:done")


def _picture(user: User, form: Form) -> dict[str, Any]:
    adapter, secret = get_adapter(), form.secret  # type: ignore[attr-defined]
    drawn = adapter.build_totp_svg(adapter.build_totp_url(user, secret))
    return {"form": form} | shown(drawn, secret)


def _refused(request: HttpRequest, found: queries.Vouched | None) -> HttpResponse:
    """Why a link does not work and what to do. 410 for one that did or will, 404 for one that never did."""
    early = moment(found.works_from) if found is not None and found.early else ""
    return render(request, "access/recovery_refused.html", {"early": early}, status=410 if found else 404)
