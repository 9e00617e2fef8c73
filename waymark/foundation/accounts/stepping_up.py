"""Step-up: before a dangerous deed whoever is signed in shows again that it is still them.

    @requires(Permission.MEMBERS_MANAGE)
    @step_up
    def give_role(request): ...

It stands inside the door (below it), so that those who may not come learn nothing. The proof is the second step (a
passkey or a code), or the password of somebody who has none, and counts for five minutes. What was typed in a post is
kept and stands in the page again afterwards; the deed is done when it is sent again.
"""

from __future__ import annotations

import functools
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts import strength
from waymark.foundation.interface.doors import View
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed

SECOND_STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def step_up(view: View) -> View:
    """Ask for a proof of the last five minutes before the view is shown or does anything."""

    @functools.wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated or proved(request):
            return view(request, *args, **kwargs)
        return ask(request)

    run.steps_up = True  # type: ignore[attr-defined]
    return run


def proved(request: HttpRequest) -> bool:
    """Has the person shown within the last five minutes that it is them?

    Somebody with a second step has to have shown that one: a password that was stolen proves nothing. Pages of the
    widest powers want a strong one.
    """
    records = get_authentication_records(request, request.user)
    if settings.WAYMARK_DEMO and any(record["method"] == "demo" for record in records):
        return True  # An evaluator who chose an invented person has nothing to show.
    records = [record for record in records if record["method"] != "demo"]
    after = clock.now().timestamp() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    fresh = [record for record in records if record["at"] > after]
    if strength.wants(request):
        return any(strength.is_strong(record) for record in fresh)
    return any(record["method"] == "mfa" for record in fresh) if has_second_step(request) else bool(fresh)


def has_second_step(request: HttpRequest) -> bool:
    """Is an app or a passkey set up for whoever is signed in?"""
    return Authenticator.objects.filter(user_id=request.user.pk, type__in=SECOND_STEPS).exists()


def ask(request: HttpRequest) -> HttpResponse:
    """To the page that asks, and from there back to this one. What a post held is kept."""
    ways = get_adapter(request).get_reauthentication_methods(request.user)
    if not ways:
        raise NotAllowed(
            _("To do this you need a passkey, an app for security codes or a password. Set one up first.")
        )
    return strength.turn_to(request, ways[0]["url"])
