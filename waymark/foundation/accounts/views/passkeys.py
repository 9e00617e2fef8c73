"""Passkeys: making, naming, removing, signing in with one. allauth’s ceremonies, our pages and our entries."""

from __future__ import annotations

import json
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.core.internal import ratelimit
from allauth.mfa.base import views as second_step
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as allauth
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts.actions import signing_in
from waymark.foundation.accounts.actions.disabling import end_sessions
from waymark.foundation.accounts.models import User

TOO_MANY = _("There were too many tries. Wait 5 minutes, then try again.")
NOT_KNOWN = _("The passkey was not used. Try again, or sign in with your password.")


class Add(allauth.AddWebAuthnView):
    """The page on which the browser makes a passkey: one that signs in by itself, with PIN or finger."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The ceremony’s options, as text for the page’s script."""
        context = super().get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, True)  # type: ignore[arg-type]
        return context | {"options": json.dumps(options)}

    def form_valid(self, form: Form) -> HttpResponse:
        """Keep it. It is this session’s second step; other sessions showed none like it, and end."""
        response = super().form_valid(form)
        user = self.request.user
        factor = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.WEBAUTHN).latest("pk")
        record_authentication(self.request, user, "mfa", id=factor.pk, type=factor.type)  # type: ignore[arg-type]
        end_sessions(user, but=self.request.session.session_key or "")  # type: ignore[arg-type]
        signing_in.enter(signing_in.add_passkey, user)  # type: ignore[arg-type]
        return response


class Remove(allauth.RemoveWebAuthnView):
    """The page that asks before a passkey goes."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Take it away; sessions elsewhere, which it may have opened, end."""
        response = super().form_valid(form)
        user = self.request.user
        end_sessions(user, but=self.request.session.session_key or "")  # type: ignore[arg-type]
        signing_in.enter(signing_in.remove_passkey, user)  # type: ignore[arg-type]
        return response

    def get_success_url(self) -> str:
        """Back to the list of what is set up."""
        return reverse("mfa_index")


class Rename(allauth.EditWebAuthnView):
    """Another name for a passkey."""

    def get_success_url(self) -> str:
        """Back to the list of what is set up."""
        return reverse("mfa_index")


class _Options:
    """Gives a page the options of its ceremony as text."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As allauth has it, and `options` where the person has a passkey."""
        context = super().get_context_data(**kwargs)  # type: ignore[misc]
        asked = dict(context.get("js_data", {}).get("request_options", {}).get("publicKey", {}))
        if asked.get("allowCredentials"):
            context["options"] = json.dumps(context["js_data"]["request_options"])
        return context


class ByPasskey(_Options, allauth.ReauthenticateWebAuthnView):
    """Step-up with a passkey."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Proved."""
        signing_in.enter(signing_in.step_up, self.request.user)  # type: ignore[arg-type]
        return super().form_valid(form)

    def form_invalid(self, form: Form) -> HttpResponse:
        """Enter that it failed; the page again, with what went wrong."""
        signing_in.enter_failure(self.request.user)  # type: ignore[arg-type]
        return self.render_to_response(self.get_context_data(form=form))


class ByCode(second_step.ReauthenticateView):
    """Step-up with a code."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Proved."""
        signing_in.enter(signing_in.step_up, self.request.user)  # type: ignore[arg-type]
        return super().form_valid(form)

    def form_invalid(self, form: Form) -> HttpResponse:
        """Enter that it failed."""
        signing_in.enter_failure(self.request.user)  # type: ignore[arg-type]
        return super().form_invalid(form)


class HalfWay(_Options, second_step.AuthenticateView):
    """The second step of signing in: a passkey or a code."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """Enter that it failed."""
        signing_in.enter_failure(self.stage.login.user)
        return super().form_invalid(form)


class SignIn(allauth.LoginWebAuthnView):
    """Signing in with a passkey alone. Failures are entered and counted as wrong passwords are."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Too many lately, from here or for this account: not even looked at."""
        self.claimed = _claimed(request.POST.get("credential", ""))
        key = f"passkey-{self.claimed.pk if self.claimed else ''}"
        self.usage = ratelimit.consume(request, app="allauth.account", action="login_failed", key=key)
        if not self.usage:
            signing_in.enter_failure(self.claimed)
            get_adapter().add_message(request, messages.ERROR, message=str(TOO_MANY))
            return redirect("account_login")
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Form) -> HttpResponse:
        """It was right, so it does not count. A disabled account is as wrong as any other passkey."""
        if not form.cleaned_data["credential"].user.is_active:
            return self.form_invalid(form)
        if self.usage:
            self.usage.rollback()
        return super().form_valid(form)

    def form_invalid(self, form: Form) -> HttpResponse:
        """Enter that it failed, for whichever account it said it was."""
        signing_in.enter_failure(self.claimed)
        get_adapter().add_message(self.request, messages.ERROR, message=str(NOT_KNOWN))
        return redirect("account_login")


def _claimed(credential: str) -> User | None:
    """Whose passkey it says it is: not proved yet."""
    try:
        return auth.extract_user_from_response(json.loads(credential))  # type: ignore[return-value]
    except (ValueError, TypeError, AttributeError, ValidationError):
        return None


add = Add.as_view()
remove = Remove.as_view()
rename = Rename.as_view()
by_passkey = ByPasskey.as_view()
by_code = ByCode.as_view()
half_way = HalfWay.as_view()
sign_in = SignIn.as_view()
