"""Changing a password, and setting a new one when it is forgotten."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, ResetPasswordForm, ResetPasswordKeyForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts.forms.fields import NewPassword, dress


class ChangePassword(ChangePasswordForm):
    """The present password and a new one, once: the page can show what is typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self.fields["oldpassword"], _("Present password"), autocomplete="current-password")
        self.fields["oldpassword"].error_messages["required"] = _("Enter your present password")
        self.fields["password1"] = NewPassword()
        del self.fields["password2"]

    def clean_password1(self) -> str:
        """Hold the new password against the rules of the settings."""
        return get_adapter().clean_password(self.cleaned_data["password1"], self.user)


class AskForNewPassword(ResetPasswordForm):
    """The address to which a link goes. The page answers the same whether it is known or not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self.fields["email"], _("Email address"), autocomplete="email", spellcheck=False)
        self.fields["email"].error_messages["required"] = _("Enter your email address")

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Write one letter in either case: a known address gets the link, an unknown one is told so."""
        if not self.users:
            get_adapter().send_mail("account/email/unknown_account", self.cleaned_data["email"], {})
            return self.cleaned_data["email"]
        return super().save(request, **kwargs)


class SetNewPassword(ResetPasswordKeyForm):
    """The new password of somebody who followed the link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"] = NewPassword()
        del self.fields["password2"]

    def clean_password1(self) -> str:
        """Hold the new password against the rules of the settings."""
        return get_adapter().clean_password(self.cleaned_data["password1"], self.user)
