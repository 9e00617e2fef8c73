"""The gallery in Chromium: no violation that axe finds, no word in the console, nothing wider than the window."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser import Window

Windows = Callable[..., Window]
URLS = (
    "/gallery/", "/gallery/?errors=1", "/gallery/question/", "/gallery/list/?state=new&kind=enquiry", "/gallery/record/",
    "/gallery/check-answers/", "/gallery/confirmation/", "/help/", "/accessibility/", "/privacy/", "/nowhere/",
)  # fmt: skip
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [1280, 375, 320])
def test_every_page_of_the_gallery(windows: Windows, width: int, script: bool) -> None:
    # The browser itself tells the console of a page that is not there and of scripts kept away.
    window = windows(width, allowed=("404",) if script else ("404", "net::ERR_FAILED"))
    if not script:
        # Axe is script itself, so here the page’s own scripts do not arrive rather than script being off.
        window.page.route("**/*.js", lambda route: route.abort())
    for url in URLS:
        window.page.goto(url, wait_until="networkidle")
        window.look()


def test_escape_twice_covers_the_page_and_once_shows_it(windows):
    page = windows().page
    page.goto("/gallery/record/", wait_until="networkidle")
    heading = page.get_by_role("heading", name="Overview", include_hidden=True)
    page.keyboard.press("Escape")
    expect(heading).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("This page is hidden")).to_be_visible()
    expect(heading).not_to_be_visible()
    page.keyboard.press("Escape")
    expect(heading).to_be_visible()
    page.get_by_role("button", name="Hide this page").click()
    expect(heading).not_to_be_visible()
    page.get_by_role("button", name="Show the page").click()
    expect(heading).to_be_visible()


def test_a_long_list_can_be_typed_in_and_words_outside_it_choose_nothing(windows):
    page = windows(375).page
    page.goto("/gallery/", wait_until="networkidle")
    box = page.get_by_role("combobox", name="Which ward?")
    chosen = "document.querySelector('select[name=pick]').value"
    box.fill("Ward 17")
    page.get_by_role("option", name="Ward 17").click()
    assert page.evaluate(chosen) == "17"
    box.fill("Nowhere")
    box.blur()
    assert page.evaluate(chosen) == ""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_an_error_keeps_what_was_typed_and_leads_to_the_input(windows, script):
    page = windows(375, script=script).page
    page.goto("/gallery/question/")
    page.get_by_label("Day").fill("31")
    page.get_by_label("Month").fill("2")
    page.get_by_label("Year").fill("2026")
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    assert page.title().startswith("Error: When did this happen?")
    assert page.get_by_label("Day").input_value() == "31"
    page.get_by_role("link", name="The date must be a real date").click()
    if script:
        assert page.evaluate("document.activeElement.id") == "id_when-day"
    page.get_by_label("Day").fill("27")
    page.get_by_role("button", name="Continue").click()
    # Without script the fragment of the link travels along.
    page.wait_for_url(re.compile(r"/gallery/confirmation/"))
