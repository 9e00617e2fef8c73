"""Two journeys in Chromium: a lost phone, and a session that ends in the middle of a long form."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Window
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.tests.conftest import PASSWORD
from waymark.foundation.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
QUESTION = "He said that nobody would miss him. What should I look out for?"


@pytest.fixture
def browsers(person: User, teachers: list[str], windows: Callable[..., Window]) -> Callable[..., Window]:
    # The people first: while a browser is open no query may be made in the test.
    return windows


def authenticator(page: Page) -> tuple[Any, str]:
    """A device in the browser that makes and holds passkeys."""
    inspector = page.context.new_cdp_session(page)
    inspector.send("WebAuthn.enable")
    made = inspector.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return inspector, made["authenticatorId"]


def press(page: Page, words: str, heading: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).or_(
        page.locator("main").get_by_role("link", name=words, exact=True)
    ).first.click()
    expect(page.locator("h1")).to_have_text(heading, timeout=8000)


def by_password(page: Page, email: str) -> None:
    page.goto("/account/sign-in/")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in", exact=True).click()


def test_a_lost_phone(browsers, person, settings):
    settings.WAYMARK_MFA_REQUIRED = True
    window = browsers()
    phone, look = window.page, window.look
    inspector, device = authenticator(phone)
    by_password(phone, person.email)
    phone.goto("/account/")
    look("Make a passkey")
    phone.get_by_label("Name").fill("My phone")
    press(phone, "Make a passkey", "Your recovery codes")
    codes = [code.inner_text() for code in phone.locator(".wm-codes li").all()]
    assert len(codes) == 10
    signs_in_with_a_passkey_alone(phone, look)
    assert len(inspector.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]) == 1
    laptop = browsers()
    finds_a_way_in(laptop.page, person, codes)
    replaces_the_passkey(laptop.page, laptop.look)
    phone.goto("/account/")
    assert phone.locator("h1").inner_text() == "Sign in", "the lost phone’s session did not end"
    phone.get_by_role("button", name="Sign in with a passkey").click()
    phone.wait_for_load_state("networkidle")
    assert phone.locator("h1").inner_text() == "Sign in", "the lost phone’s passkey still opens the account"


def signs_in_with_a_passkey_alone(page: Page, look: Callable[[str], None]) -> None:
    page.goto("/account/second-step/")
    look("Second step when you sign in")
    page.goto("/account/sign-out/")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out", exact=True).click()
    page.goto("/account/sign-in/?next=/account/")
    look("Sign in")
    press(page, "Sign in with a passkey", "Your account")
    look("Your account")


def finds_a_way_in(page: Page, person: User, codes: list[str]) -> None:
    """On another machine: the password, then a recovery code."""
    authenticator(page)
    by_password(page, person.email)
    assert page.locator("h1").inner_text() == "Use your passkey or a code"
    page.get_by_label("Security code").fill(codes[0])
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()


def replaces_the_passkey(page: Page, look: Callable[[str], None]) -> None:
    page.goto("/account/second-step/")
    press(page, "Make a passkey", "Make a passkey")
    page.get_by_label("Name").fill("New phone")
    press(page, "Make a passkey", "Second step when you sign in")
    press(page, "Remove My phone", "Do you want to remove this passkey?")
    look("Do you want to remove this passkey?")
    press(page, "Remove the passkey", "Second step when you sign in")

    assert page.get_by_role("link", name="Remove My phone").count() == 0
    assert page.get_by_role("link", name="Remove New phone").count() == 1
    page.goto("/account/check/passkey/?next=/account/")
    look("Show that it is still you")
    press(page, "Use your passkey", "Your account")


@pytest.fixture
def teachers(cast: Any) -> list[str]:
    """Two people who may ask for advice; their addresses."""
    found = []
    for user in (cast.here.teacher, cast.here.nurse):
        user.set_password(PASSWORD)
        user.save()
        found.append(user.email)
    return found


@pytest.mark.parametrize("script", [True, False])
def test_a_session_ends_in_the_middle_of_a_long_form(browsers, teachers, monkeypatch, script):
    writer, other = teachers
    window = browsers(script=script)
    page = window.page
    by_password(page, writer)
    page.goto("/referrals/advice/ask/")
    page.locator("main textarea").first.fill(QUESTION)
    later = timedelta(minutes=31)
    monkeypatch.setattr(clock, "now", lambda: datetime.now(UTC) + later)
    with page.expect_navigation():
        page.locator("main form button[type=submit]").last.click()
    assert page.locator("h1").inner_text() == "Sign in"
    assert "What you typed is kept" in page.locator("main").inner_text()
    somebody_else_sees_nothing(page, other)
    by_password(page, writer)
    page.goto("/referrals/advice/ask/")
    assert page.locator("main textarea").first.input_value().strip() == QUESTION
    assert "has not been sent" in page.locator("main").inner_text()
    window.look()


def somebody_else_sees_nothing(page: Page, email: str) -> None:
    by_password(page, email)
    page.goto("/referrals/advice/ask/")
    assert "nobody would miss him" not in page.content()
    page.goto("/account/sign-out/")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out", exact=True).click()


def test_typing_is_saved_and_the_end_is_announced(browsers, teachers):
    window = browsers()
    page = window.page
    page.clock.install()
    by_password(page, teachers[0])
    page.goto("/referrals/advice/ask/")
    page.locator("main textarea").first.fill(QUESTION)
    page.clock.run_for(21_000)
    saved = page.locator("[data-saved-words]")
    saved.filter(has_text=re.compile(r"Saved at \d")).wait_for()
    assert saved.get_attribute("role") == "status"
    page.clock.run_for(28 * 60_000 + 1000)
    dialog = page.locator("#waymark-session")
    dialog.wait_for(state="visible")
    window.look()
    dialog.get_by_role("button", name="Stay signed in").click()
    dialog.wait_for(state="hidden")
    page.reload()
    assert page.locator("main textarea").first.input_value().strip() == QUESTION
