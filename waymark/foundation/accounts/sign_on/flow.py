"""What the browser goes through: out to the provider with a state, a nonce and a PKCE challenge; back with a code."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from waymark.foundation.accounts import mailing
from waymark.foundation.accounts.sign_on import provider, tokens
from waymark.foundation.accounts.sign_on.provider import NotBelieved
from waymark.foundation.kernel import clock

TRIPS = "accounts_sign_on"
LASTS = 600
MOST = 5


@dataclass(frozen=True)
class Trip:
    """What was agreed before the browser left. `purpose`: sign-in, link, again, or invitation."""

    purpose: str
    next: str
    identity: tokens.Identity


def set_out(request: HttpRequest, *, purpose: str, next_page: str) -> str:
    """The address to send the browser to. What has to match when it comes back stays in the session."""
    found = provider.discover()
    state, nonce, verifier = (secrets.token_urlsafe(32) for _each in range(3))
    trips = dict(list(request.session.get(TRIPS, {}).items())[1 - MOST :])
    request.session[TRIPS] = trips | {
        state: [purpose, next_page, nonce, verifier, clock.now().timestamp()],
    }
    asked = {
        "response_type": "code",
        "client_id": settings.WAYMARK_OIDC["client_id"],
        "redirect_uri": back(),
        "scope": "openid email profile",
        "state": state,
        "nonce": nonce,
        "code_challenge": challenge(verifier),
        "code_challenge_method": "S256",
    }
    if purpose == "again":
        asked |= {"prompt": "login", "max_age": "0"}
    return f"{found.authorize}{'&' if '?' in found.authorize else '?'}{urlencode(asked)}"


def come_back(request: HttpRequest) -> Trip:
    """Who came back, and what for. Raises NotBelieved; each state works once, in the browser that set out with it."""
    trips: dict[str, Any] = request.session.get(TRIPS, {})
    trip = trips.get(request.GET.get("state", ""))
    if trip is None:
        raise NotBelieved("the state is unknown here")
    request.session[TRIPS] = {state: kept for state, kept in trips.items() if kept is not trip}
    purpose, next_page, nonce, verifier, began = trip
    if clock.now().timestamp() - began > LASTS:
        raise NotBelieved("it took too long")
    found = provider.discover()
    # A provider that names itself in the answer (RFC 9207) must name the right one.
    if request.GET.get("iss", found.issuer) != found.issuer:
        raise NotBelieved("the answer is of another issuer")
    code = request.GET.get("code", "")
    if "error" in request.GET or not code:
        raise NotBelieved("the provider refused")
    token = provider.change(found, code=code, verifier=verifier, back=back())
    identity = tokens.believe(
        token,
        keys=provider.keys(found),
        issuer=found.issuer,
        client_id=settings.WAYMARK_OIDC["client_id"],
        nonce=nonce,
    )
    return Trip(purpose, next_page, identity)


def back() -> str:
    """Where the provider sends the browser: from the settings, whatever a request says of itself."""
    return mailing.absolute(reverse("accounts:sign-on-back"))


def challenge(verifier: str) -> str:
    """The PKCE challenge of a verifier."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
