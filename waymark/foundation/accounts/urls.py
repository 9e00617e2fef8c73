"""The routes of accounts.

allauth’s routes are listed one by one, so that nothing comes in unseen (no sign-up, no e-mail list, no social
accounts); their names are allauth’s own, because it looks them up by name. Each carries its door here.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery
from django.conf import settings
from django.urls import include, path, re_path

from waymark.foundation.accounts.views import (
    demo_signin,
    invitations,
    mine,
    passkeys,
    second_factor,
    sessions,
    sign_on,
    sitting,
)
from waymark.foundation.interface.doors import any_signed_in, open_to_all

own = [
    path("", mine.mine, name="account"),
    path("sign-on/", sign_on.start, name="sign-on"),
    path("sign-on/back/", sign_on.back, name="sign-on-back"),
    path("strong/", mine.strong, name="strong"),
    path("stay/", sitting.stay, name="stay"),
    path("typed/", sitting.keep, name="keep"),
    path("invitation/", invitations.accept, name="invitation-accept"),
    path("invitation/<str:token>/", invitations.open_link, name="invitation-open"),
]
if settings.WAYMARK_DEMO:
    own.append(path("sign-in-as/", demo_signin.choose, name="demo-signin"))

_signing_in = open_to_all("Nobody is signed in before they have signed in.")
_half_way = open_to_all(
    "The password is given, the code not yet: allauth sends anybody else back to sign in."
)
_forgotten = open_to_all(
    "Whoever forgot a password cannot sign in to say so; it answers all addresses alike."
)
_by_link = open_to_all("The link in the letter, which works once, is the key.")
_one_s_own = any_signed_in("Everybody sees and protects their own account.")

urlpatterns = [
    path("", include((own, "accounts"))),
    path("sign-in/", _signing_in(account.login), name="account_login"),
    path("sign-in/code/", _half_way(passkeys.half_way), name="mfa_authenticate"),
    path("sign-in/passkey/", _signing_in(passkeys.sign_in), name="mfa_login_webauthn"),
    path("sign-out/", mine.sign_out, name="account_logout"),
    path("check/", _one_s_own(second_factor.by_password), name="account_reauthenticate"),
    path("check/code/", _one_s_own(passkeys.by_code), name="mfa_reauthenticate"),
    path("check/passkey/", _one_s_own(passkeys.by_passkey), name="mfa_reauthenticate_webauthn"),
    path("password/", mine.change_password, name="account_change_password"),
    path("new-password/", _forgotten(account.password_reset), name="account_reset_password"),
    path("new-password/sent/", _forgotten(account.password_reset_done), name="account_reset_password_done"),
    re_path(
        r"^new-password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        _by_link(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "new-password/set/",
        _forgotten(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("second-step/", _one_s_own(second_step.index), name="mfa_index"),
    path("second-step/app/", _one_s_own(second_factor.set_up), name="mfa_activate_totp"),
    path("second-step/app/remove/", _one_s_own(second_factor.remove), name="mfa_deactivate_totp"),
    path("second-step/passkeys/new/", _one_s_own(passkeys.add), name="mfa_add_webauthn"),
    path("second-step/passkeys/<int:pk>/name/", _one_s_own(passkeys.rename), name="mfa_edit_webauthn"),
    path("second-step/passkeys/<int:pk>/remove/", _one_s_own(passkeys.remove), name="mfa_remove_webauthn"),
    path("second-step/codes/", _one_s_own(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "second-step/codes/new/",
        _one_s_own(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("sessions/", _one_s_own(sessions.listing), name="usersessions_list"),
]
