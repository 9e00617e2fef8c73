"""Signing in, and showing again that it is still you."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts.forms.fields import Code, dress
from waymark.foundation.interface.fields import Line

HINT = _("The 6 numbers your app shows now. If you do not have your phone, enter a recovery code.")


class SignIn(LoginForm):
    """E-mail address and password. There is no “remember me”."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self.fields["login"], _("Email address"), autocomplete="username")
        dress(self.fields["password"], _("Password"), autocomplete="current-password")
        self.fields["login"].error_messages["required"] = _("Enter your email address")
        self.fields["password"].error_messages["required"] = _("Enter your password")

    def clean(self) -> dict[str, Any]:
        """Show at the first field what allauth says of the page as a whole, so that the summary leads there."""
        try:
            return super().clean()
        except ValidationError as problem:
            self.add_error("login", problem)
            return self.cleaned_data


class PasswordAgain(ReauthenticateForm):
    """The password of whoever is signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self.fields["password"], _("Password"), autocomplete="current-password")
        self.fields["password"].error_messages["required"] = _("Enter your password")


class SecondStep(second_factor.AuthenticateForm):
    """A code from the app, or a recovery code, after the password."""

    code: forms.Field = Code(hint=HINT)


class CodeAgain(second_factor.ReauthenticateForm):
    """A code of whoever is signed in."""

    code: forms.Field = Code(hint=HINT)


class FirstCode(totp.ActivateTOTPForm):
    """The first code of a newly set up app: proves that it works."""

    code: forms.Field = Code(hint=_("The 6 numbers the app shows for Waymark."))


class PasskeyLine(Line):
    """What a passkey is called."""

    missing = _("Enter a name")

    def __init__(self) -> None:
        super().__init__(label=_("Name"), hint=_("So that you know it again: “Work laptop”."), max_length=60)


class NewPasskey(webauthn.AddWebAuthnForm):
    """A passkey that the browser has just made, and a name to know it by."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = PasskeyLine()


class PasskeyName(webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = PasskeyLine()
