"""Setting up an app for security codes, and taking it away."""

from __future__ import annotations

import re
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import mark_safe

from waymark.foundation.accounts.actions import signing_in
from waymark.foundation.accounts.actions.disabling import end_sessions


def shown(drawn: str, secret: str) -> dict[str, Any]:
    """The picture of an app’s secret to put in the page, and the secret in fours to type."""
    # The drawing comes from the qrcode library and holds nothing that anybody typed but digits of a path.
    picture = mark_safe(re.sub(r"^<\?xml[^>]*>\s*", "", drawn))  # noqa: S308
    return {"picture": picture, "key": " ".join(re.findall(".{1,4}", secret))}


class SetUp(ActivateTOTPView):
    """The page with the picture to scan and the field for the first code."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the picture (drawn in the page: the policy allows no data: addresses) and the key in fours."""
        context = super().get_context_data(**kwargs)
        return context | shown(context["totp_svg"], context["form"].secret)

    def form_valid(self, form: Form) -> HttpResponse:
        """Turn it on. The code is this session’s second factor; other sessions showed none, and end."""
        response = super().form_valid(form)
        user = self.request.user
        factor = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
        record_authentication(self.request, user, "mfa", id=factor.pk, type=factor.type)
        end_sessions(user, but=self.request.session.session_key or "")
        return response


class Remove(DeactivateTOTPView):
    """The page that asks before an app is taken away."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say whether a new app has to be set up at once."""
        return super().get_context_data(**kwargs) | {"compulsory": settings.WAYMARK_MFA_REQUIRED}

    def form_valid(self, form: Form) -> HttpResponse:
        """Take it away; what it proved in this session counts no more, and other sessions end."""
        response = super().form_valid(form)
        _forget_second_factor(self.request)
        end_sessions(self.request.user, but=self.request.session.session_key or "")
        return response


def _forget_second_factor(request: HttpRequest) -> None:
    kept = [r for r in get_authentication_records(request, request.user) if r["method"] != "mfa"]
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = kept


class ByPassword(ReauthenticateView):
    """Step-up with the password, for somebody who has nothing better."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Proved."""
        signing_in.enter(signing_in.step_up, self.request.user)  # type: ignore[arg-type]
        return super().form_valid(form)


by_password = ByPassword.as_view()
set_up = SetUp.as_view()
remove = Remove.as_view()
