"""Signing in for the first time, as it looks: in Chromium, wide and on a telephone, looked at by axe."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Page, sync_playwright

from waymark.foundation import interface
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.tests.conftest import PASSWORD, Phone

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize(("width", "script"), [(1280, True), (375, True), (375, False)]),
]

AXE = Path(interface.__file__).parent / "tests" / "axe.min.js"
RULES = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
FOUND = RULES + ".then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


@pytest.fixture
def browser_page(width: int, script: bool, live_server: Any, person: User) -> Iterator[Page]:
    """A page of Chromium that fails the test on an error in its console.

    While it is open no query may be made in the test: Playwright keeps an event loop in this thread, and Django
    would open a second connection that nobody closes.
    """
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script, base_url=live_server.url
        )
        context.set_default_timeout(8000)
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        browser.close()
    until_the_server_is_idle()
    assert complaints == []


def until_the_server_is_idle() -> None:
    """Wait for the server’s threads to give back their connections: the database is emptied or dropped next."""
    for _ in range(100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.05)


def looker(page: Page, *, script: bool) -> Callable[[str], None]:
    """A function that looks at the page as it stands: its heading, its width, and (with script) what axe says."""
    inspector = page.context.new_cdp_session(page)
    width = page.viewport_size["width"]

    def ask(expression: str) -> Any:
        # Through the inspector: it works under the content security policy.
        found = inspector.send(
            "Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True}
        )
        return found["result"].get("value")

    def look(heading: str) -> None:
        assert page.locator("h1").inner_text() == heading
        assert ask("document.documentElement.scrollWidth") <= width, f"{heading} is wider than the screen"
        if not script:
            return
        ask(AXE.read_text() + "; 0")
        assert ask(FOUND) == [], heading

    return look


def test_first_sign_in_with_an_app_and_the_list_of_sessions(browser_page, script, person, settings):
    settings.WAYMARK_MFA_REQUIRED = True
    page, look = browser_page, looker(browser_page, script=script)
    page.goto("/account/sign-in/")
    look("Sign in")
    page.get_by_role("button", name="Sign in").click()
    look("Sign in")
    page.get_by_label("Email address").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto("/account/")
    look("Set up an app for security codes")
    phone = Phone("".join(page.locator(".wm-key").inner_text().split()))
    page.get_by_label("Security code").fill("000000")
    page.get_by_role("button", name="Continue").click()
    look("Set up an app for security codes")
    page.get_by_label("Security code").fill(phone.code())
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


def test_the_pages_before_signing_in(browser_page, script):
    look = looker(browser_page, script=script)
    for path, heading in [
        ("new-password/", "Get a new password"),
        ("new-password/sent/", "Check your email"),
        ("new-password/set/", "Your password is changed"),
        ("sign-in-as/", "Choose whom to sign in as"),
    ]:
        browser_page.goto(f"/account/{path}")
        look(heading)
