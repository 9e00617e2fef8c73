"""Somebody lost their phone and their codes: one colleague saw them and vouches, another confirms, and a link lets them
make a new second step. With script that is a passkey, without script an app."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import expect

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.accounts import mailing
from waymark.foundation.accounts.tests.conftest import PASSWORD, Phone, set_up_app, sign_in
from waymark.foundation.accounts.tests.test_journeys import authenticator, press

from .conftest import Reader, elsewhere

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

LISTING, VOUCH = "Helping people back in", "Vouch for somebody"
PASSKEY, APP, DONE = "Make a passkey", "Set up an app for security codes", "Your new second step is ready"
WORDS = "I met him at the front desk this morning; his phone was stolen."


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """(to, body) of each letter as it is written; read while the browser is open, when no query may be made."""
    written: list[tuple[str, str]] = []
    monkeypatch.setattr(mailing, "_deliver", [lambda to, subject, body: written.append((to, body))])
    return written


@pytest.fixture
def story() -> dict[str, str]:
    """The officer, who had an app on a phone that is gone; the sessions of the two who help."""
    cast = Cast()
    people = {who: cast.here.user(who) for who in ("officer", "administrator", "lead")}
    officer = people["officer"]
    officer.set_password(PASSWORD)
    officer.save()
    pages = Pages()
    sign_in(pages, officer.email)
    set_up_app(pages, officer)
    sessions = {who: Pages().sign_in(user).cookies["sessionid"].value for who, user in people.items()}
    return sessions | {
        "email": officer.email,
        "name": officer.full_name,
        "elsewhere": pages.cookies["sessionid"].value,
    }


def quarter_of_an_hour_later() -> None:
    """The wait is over: as if all had been 16 minutes earlier."""
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        cursor.execute(
            "UPDATE access_recovery SET vouched_at = vouched_at - interval '16 minutes', confirmed_at = confirmed_at "
            "- interval '16 minutes', works_from = works_from - interval '16 minutes', "
            "ends_at = ends_at - interval '16 minutes'"
        )


def test_a_phone_is_lost_and_two_colleagues_help(story: dict[str, str], letters: Any, reader: Reader):
    page = reader.page
    reader.window.become(story["administrator"])
    reader.go("/recovery/")
    press(page, VOUCH, VOUCH)
    reader.look()
    reader.fill(email=story["email"], seen="in_person", words="Met him")
    with page.expect_navigation():
        page.get_by_role("button", name="I saw them: vouch").click()
    assert "at least five words" in reader.text()
    reader.fill(words=WORDS)
    press(page, "I saw them: vouch", LISTING)
    assert "Waiting for a second person" in reader.text()
    reader.window.become(story["lead"])
    reader.go("/recovery/")
    press(page, story["name"], "Confirm that it is them")
    reader.look()
    assert WORDS in reader.text()
    reader.fill(sure="yes")
    press(page, "Confirm", LISTING)
    reader.look()
    link = re.search(r"https?://[^/]+(/recovery/link/\S+)", letters[-1][1])
    assert link and letters[-1][0] == story["email"]
    goes_on_with(reader, story, link[1])


def goes_on_with(reader: Reader, story: dict[str, str], link: str) -> None:
    """The officer: signed out everywhere, the old app is dead, the link works after the wait, and once."""
    page = reader.page
    reader.window.become(story["elsewhere"])
    reader.go("/account/")
    assert page.locator("h1").inner_text() == "Sign in"
    page.context.clear_cookies()
    reader.go(link, status=410)
    assert page.locator("h1").inner_text() == "Your link does not work yet"
    elsewhere(quarter_of_an_hour_later)
    if reader.window.script:
        makes_a_passkey(reader, link)
    else:
        makes_an_app(reader, story, link)
    page.context.clear_cookies()
    reader.go(link, status=410)
    assert page.locator("h1").inner_text() == "Your link does not work"


def makes_a_passkey(reader: Reader, link: str) -> None:
    page = reader.page
    authenticator(page)
    reader.go(link)
    expect(page.locator("h1")).to_have_text(PASSKEY)
    page.get_by_label("Name").fill("New phone")
    press(page, PASSKEY, DONE)
    reader.look()
    press(page, "Sign in", "Sign in")
    page.goto("/account/sign-in/?next=/account/")
    press(page, "Sign in with a passkey", "Your account")


def makes_an_app(reader: Reader, story: dict[str, str], link: str) -> None:
    page = reader.page
    reader.go(link)
    expect(page.locator("h1")).to_have_text(PASSKEY)
    press(page, "Use an app for security codes instead", APP)
    reader.look()
    phone = Phone("".join(page.locator(".wm-key").inner_text().split()))
    page.get_by_label("Security code").fill(phone.code())
    press(page, "Continue", DONE)
    press(page, "Sign in", "Sign in")
    page.goto("/account/sign-in/?next=/account/")
    page.get_by_label("Email address").fill(story["email"])
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Security code").fill(phone.code(1))
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    expect(page.locator("h1")).to_have_text("Your account")
