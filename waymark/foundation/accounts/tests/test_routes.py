"""Every page of accounts: in our clothes, with its door."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.template.loader import get_template
from django.urls import get_resolver

from waymark.foundation.accounts import urls
from waymark.foundation.accounts.tests.conftest import set_up_app, sign_in

HERE = Path(urls.__file__).parent
OPEN = ["sign-in/", "new-password/", "new-password/sent/", "new-password/set/", "sign-in-as/", "sign-out/"]
OWN = [
    "",
    "password/",
    "second-step/",
    "second-step/app/",
    "second-step/passkeys/new/",
    "stay/",
    "strong/",
    "sessions/",
    "check/",
]
WITH_APP = [
    "second-step/app/remove/",
    "second-step/codes/",
    "second-step/codes/new/",
    "check/code/",
    "second-step/",
]


def routes():
    for pattern in urls.urlpatterns:
        yield from getattr(pattern, "url_patterns", [pattern])


def test_every_route_says_who_may_come_and_why():
    for route in routes():
        assert route.callback.door.kind in ("open", "signed-in") and route.callback.door.reason, route.name


def test_the_routes_are_these():
    assert sorted(route.name for route in routes()) == [
        "account",
        "account_change_password",
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "demo-signin",
        "invitation-accept",
        "invitation-open",
        "keep",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_authenticate",
        "mfa_deactivate_totp",
        "mfa_edit_webauthn",
        "mfa_generate_recovery_codes",
        "mfa_index",
        "mfa_login_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_remove_webauthn",
        "mfa_view_recovery_codes",
        "sign-on",
        "sign-on-back",
        "stay",
        "strong",
        "usersessions_list",
    ]
    assert not [name for name in get_resolver().reverse_dict if isinstance(name, str) and "signup" in name]


@pytest.mark.parametrize("path", OPEN)
def test_open_pages_look_like_ours(pages, db, path):
    page = pages.open("/account/" + path, status=302 if path == "sign-out/" else 200)
    if page.status == 200:
        ours(page)


@pytest.mark.parametrize("path", OWN)
def test_pages_of_one_s_own_account_need_sign_in_and_look_like_ours(pages, person, path):
    assert pages.get("/account/" + path).headers["Location"].startswith("/account/sign-in/?next=")
    sign_in(pages)
    ours(pages.open("/account/" + path))


@pytest.mark.parametrize("path", WITH_APP)
def test_pages_about_the_second_step_look_like_ours(pages, person, path):
    sign_in(pages)
    set_up_app(pages, person)
    ours(pages.open("/account/" + path))


def ours(page) -> None:
    """The first template is of this part: allauth’s own page would be another file."""
    assert Path(page.response.templates[0].origin.name).is_relative_to(HERE)


@pytest.mark.parametrize("layout", ["base", "entrance", "manage"])
def test_what_allauth_may_ever_add_comes_in_the_skeleton(layout):
    assert Path(get_template(f"allauth/layouts/{layout}.html").origin.name).is_relative_to(HERE)
