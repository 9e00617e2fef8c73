"""Strong proof: a passkey, or the organisation’s own sign-on where it asked for a second step (`amr`).

The widest powers want it (`access.doors.widest`): a code can be asked of somebody by a false website, a passkey cannot.
Somebody who signed in with a code is signed in all the same; only those powers rest until they have shown more. So
nobody is locked out for want of script: see docs/decisions/0020-strong-proof-and-recovery.md.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from waymark.foundation.accounts import typed_text
from waymark.foundation.accounts.models import Why

SIGN_ON = "sign-on"
STRONG = (Authenticator.Type.WEBAUTHN, SIGN_ON)
# On the request: the page belongs to the widest powers, so a fresh proof has to be a strong one.
WANTED = "wants_strong_proof"


def is_strong(record: dict[str, Any]) -> bool:
    """Is this proof a passkey, or a second step that the organisation’s sign-on asked for?"""
    return record["method"] == "mfa" and record.get("type") in STRONG


def shown(request: HttpRequest) -> bool:
    """Has whoever is signed in shown strong proof in this session? Where no second step is demanded, none is."""
    if not settings.WAYMARK_MFA_REQUIRED:
        return True
    return any(is_strong(record) for record in get_authentication_records(request, request.user))


def wants(request: HttpRequest) -> bool:
    """Does this page want strong proof?"""
    return bool(settings.WAYMARK_MFA_REQUIRED and getattr(request, WANTED, False))


def ask(request: HttpRequest) -> HttpResponse:
    """To the page that says what is wanted and how to show it."""
    return turn_to(request, reverse("accounts:strong"))


def turn_to(request: HttpRequest, address: str) -> HttpResponse:
    """To `address`, and from there back to this page. Nothing is done; what a post held is kept."""
    here = request.get_full_path()
    if request.method == "POST" and typed_text.keep(request.user, here, request.POST, Why.STEP_UP):  # type: ignore[arg-type]
        typed_text.note_page(request, here)
    response = redirect(f"{address}?next={quote(here, safe='/')}")
    response.nothing_done = True  # type: ignore[attr-defined]
    return response
