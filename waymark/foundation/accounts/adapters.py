"""How allauth works in this house: our sentences, our letters, our rules for second factors."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts import mailing, sealing, stepping_up, timing, typed_text
from waymark.foundation.accounts.actions import signing_in
from waymark.foundation.accounts.models import SignOn, User
from waymark.foundation.accounts.models.users import plain_email
from waymark.foundation.accounts.sign_on import provider
from waymark.foundation.interface import moments
from waymark.foundation.interface.shell import SERVICE
from waymark.foundation.kernel import clock

log = logging.getLogger(__name__)

WRONG = _("Check your email address and password. At least one of them is not right.")
WRONG_CODE = _("That code is not right. Enter the newest one your app shows.")
WAIT = _("There were too many tries. Wait 5 minutes, then try again.")

# What a page says after something was done. Anything allauth would say beyond this is left unsaid.
SAID = {
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your password is set."),
    "mfa/messages/totp_activated.txt": _(
        "Your app is set up. You will need a code from it each time you sign in."
    ),
    "mfa/messages/totp_deactivated.txt": _("Your app is removed. Codes from it no longer work."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is made. You can sign in with it from now on."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed. It no longer signs you in."),
    "usersessions/messages/sessions_logged_out.txt": _("You are signed out everywhere else."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Passwords, letters and sentences of the sign-in pages."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": WRONG,
        "email_password_mismatch": WRONG,
        "enter_current_password": _("That is not your present password"),
        "incorrect_password": _("That is not your password"),
        "incorrect_code": WRONG_CODE,
        "invalid_password_reset": _("This link does not work any more. Ask for a new one."),
        "rate_limited": WAIT,
        "too_many_login_attempts": WAIT,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts come from invitations."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """The session begins; perhaps something was kept for its holder when the last one ended."""
        super().login(request, user)
        timing.begin(request)
        request.session[typed_text.LOOK] = True
        signing_in.enter(signing_in.sign_in, user)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write a letter with nothing of allauth’s context in it but the link."""
        link = context.get("password_reset_url", "")
        mailing.letter(template_prefix, email, {"link": link})

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell the holder that something about their sign-in changed, with no personal data in it."""
        reset = mailing.absolute(reverse("account_reset_password"))
        mailing.letter(template_prefix, email or user.email, {"link": reset})

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the whole address of the page where the new password is set."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return mailing.absolute(path.replace("UID-KEY", key))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """To the account’s own page."""
        return reverse("accounts:account")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say what stands in `SAID`, in our words, and nothing else."""
        text = message or SAID.get(message_template or "")
        if text:
            messages.add_message(request, level, text, extra_tags=extra_tags)

    def set_password(self, user: User, password: str) -> None:
        """Set it, and let a holder who was locked out for wrong tries come in with it."""
        super().set_password(user, password)
        self._delete_login_attempts_cached_email(self.request, email=user.email)

    def reauthenticate(self, user: User, password: str) -> bool:
        """Is this the password of the person who is signed in? Wrong tries count as at sign-in."""
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again, unless the person showed within the last minutes that it is them."""
        return super().is_reauthentication_required(app=app, **kwargs) and not stepping_up.proved(
            self.request
        )

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """A passkey first, then a code; the password counts only for those who have neither."""
        found = {way["id"]: way for way in super().get_reauthentication_methods(user)}
        stronger = [
            found[name] for name in ("mfa_reauthenticate:webauthn", "mfa_reauthenticate") if name in found
        ]
        if stronger or not provider.is_on() or not SignOn.objects.filter(user_id=user.pk).exists():
            return stronger or list(found.values())
        return [{"id": "sign-on", "url": reverse("accounts:sign-on")}]

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Nothing tells a disabled account from a wrong password."""
        messages.error(request, WRONG)
        return redirect("account_login")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Note that somebody failed to sign in: never who."""
        log.warning("a sign-in failed")
        # The account was looked for by the backend already; asking again costs the same whether it is there or not.
        address = plain_email(str(credentials.get("email", "")))
        signing_in.enter_failure(User.objects.filter(email=address).first())


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors: secrets encrypted at rest, our sentences."""

    error_messages: dict[str, Any] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": _("Set up an app first. Recovery codes come with it."),
    }
    encrypt: Callable[[Any, str], str] = staticmethod(sealing.seal)  # type: ignore[assignment]
    decrypt: Callable[[Any, str], str] = staticmethod(sealing.unseal)  # type: ignore[assignment]

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """Return what stands in the field for a passkey’s name before somebody changes it."""
        return gettext("Passkey of %(day)s") % {"day": moments.day(clock.today())}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """For which service a passkey is: the host from the settings, whatever a request says of itself."""
        return {"id": urlsplit(settings.WAYMARK_BASE_URL).hostname or "localhost", "name": SERVICE}
