"""Passkeys: making, naming, removing, signing in with one. allauth’s ceremonies, our pages and our entries."""

from __future__ import annotations

import json
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base import views as second_step
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as allauth
from allauth.mfa.webauthn.internal import auth
from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse

from waymark.foundation.accounts.actions import signing_in
from waymark.foundation.accounts.actions.disabling import end_sessions


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
        """The page again, with what went wrong."""
        return self.render_to_response(self.get_context_data(form=form))


class ByCode(second_step.ReauthenticateView):
    """Step-up with a code."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Proved."""
        signing_in.enter(signing_in.step_up, self.request.user)  # type: ignore[arg-type]
        return super().form_valid(form)


class HalfWay(_Options, second_step.AuthenticateView):
    """The second step of signing in: a passkey or a code."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """Enter that it failed."""
        signing_in.enter_failure(self.stage.login.user)
        return super().form_invalid(form)


add = Add.as_view()
remove = Remove.as_view()
rename = Rename.as_view()
by_passkey = ByPasskey.as_view()
by_code = ByCode.as_view()
half_way = HalfWay.as_view()
sign_in = allauth.LoginWebAuthnView.as_view()
