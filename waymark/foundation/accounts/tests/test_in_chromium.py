"""Signing in for the first time, as it looks: in Chromium, wide and on a telephone, looked at by axe."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser import Window
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.tests.conftest import PASSWORD, Phone

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize(("width", "script"), [(1280, True), (375, True), (375, False)]),
]


@pytest.fixture
def window(person: User, width: int, script: bool, windows: Callable[..., Window]) -> Window:
    return windows(width, script=script)


def test_first_sign_in_with_an_app_and_the_list_of_sessions(window, person, settings):
    settings.WAYMARK_MFA_REQUIRED = True
    page, look = window.page, window.look
    page.goto("/account/sign-in/")
    look("Sign in")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in", exact=True).click()
    look("Sign in")
    page.get_by_label("Email address").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto("/account/")
    look("Make a passkey")
    with page.expect_navigation():
        page.get_by_role("link", name="Use an app for security codes instead").click()
    look("Set up an app for security codes")
    phone = Phone("".join(page.locator(".wm-key").inner_text().split()))
    page.get_by_label("Security code").fill("000000")
    with page.expect_navigation():  # to a page that looks the same
        page.get_by_role("button", name="Continue").click()
    look("Set up an app for security codes")
    page.get_by_label("Security code").fill(phone.code())
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    look("Your recovery codes")
    for path, heading in [
        ("", "Your account"),
        ("second-step/", "Second step when you sign in"),
        ("second-step/app/remove/", "Do you want to remove your app?"),
        ("password/", "Change your password"),
        ("sessions/", "Where you are signed in"),
        ("sign-out/", "Do you want to sign out?"),
    ]:
        page.goto(f"/account/{path}")
        look(heading)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    sign_in_again(page, look, person, phone)


def sign_in_again(page: Page, look: Callable[[str], None], person: User, phone: Phone) -> None:
    """With the password, then the next code of the app."""
    page.goto("/account/sign-in/")
    page.get_by_label("Email address").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    look("Enter your security code")
    page.get_by_label("Security code").fill(phone.code(1))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto("/account/")
    look("Your account")


def test_the_pages_before_signing_in(window):
    for path, heading in [
        ("new-password/", "Get a new password"),
        ("new-password/sent/", "Check your email"),
        ("new-password/set/", "Your password is changed"),
        ("sign-in-as/", "Choose whom to sign in as"),
    ]:
        window.page.goto(f"/account/{path}")
        window.look(heading)
