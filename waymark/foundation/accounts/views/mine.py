"""The page of one’s own account, and leaving."""

from __future__ import annotations

from allauth.account import views as allauth
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from waymark.foundation.accounts.actions import signing_in
from waymark.foundation.accounts.models import SignOn, User
from waymark.foundation.accounts.sign_on import provider
from waymark.foundation.interface.doors import any_signed_in, open_to_all


@any_signed_in("Everybody sees and protects their own account.")
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What the account says about its holder, and where each thing is changed."""
    kinds = set(Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True))
    given = {
        "has_app": Authenticator.Type.TOTP in kinds,
        "has_passkey": Authenticator.Type.WEBAUTHN in kinds,
        "sign_on_offered": provider.is_on(),
        "is_linked": SignOn.objects.filter(user_id=request.user.pk).exists(),
    }
    return render(request, "accounts/mine.html", given)


@any_signed_in("Everybody sees and protects their own account.")
@require_safe
def strong(request: HttpRequest) -> HttpResponse:
    """What somebody meets whose role has the widest powers, and who signed in with a code: how to show more."""
    has = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.WEBAUTHN).exists()
    asked = request.GET.get("next", "")
    given = {
        "has_passkey": has,
        "sign_on_offered": provider.is_on(),
        "next": asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else "",
    }
    return render(request, "accounts/strong.html", given)


@open_to_all("Signing out must never be refused; without a session there is nothing to end.")
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ask, then end the session; the browser is told to drop what it kept of the pages."""
    leaving = request.user if request.method == "POST" else None
    response = allauth.logout(request)
    if isinstance(leaving, User) and not request.user.is_authenticated:
        signing_in.enter(signing_in.end_session, leaving)
    if request.method == "POST":
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@any_signed_in("Everybody sees and protects their own account.")
def change_password(request: HttpRequest) -> HttpResponse:
    """Change it; whoever has none yet sets one by the link in a letter."""
    if not request.user.has_usable_password():  # type: ignore[union-attr]
        return redirect("account_reset_password")
    return allauth.password_change(request)
