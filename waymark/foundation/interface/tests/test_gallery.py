"""The gallery in Chromium: no violation that axe finds, no word in the console, nothing wider than the window."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
URLS = (
    "/gallery/", "/gallery/?errors=1", "/gallery/question/", "/gallery/list/?state=new&kind=enquiry", "/gallery/record/",
    "/gallery/check-answers/", "/gallery/confirmation/", "/help/", "/accessibility/", "/privacy/", "/nowhere/",
)  # fmt: skip
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def chromium() -> Iterator[Any]:
    found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert found, "Chromium is not installed: ./test installs it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


def visit(browser: Any, width: int, script: bool = True) -> tuple[Page, list[str]]:
    page = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=script
    ).new_page()
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda problem: said.append(str(problem)))
    return page, said


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [1280, 375, 320])
def test_every_page_of_the_gallery(live_server, chromium, width, script):
    page, said = visit(chromium, width)
    if not script:
        # Axe is script itself, so here the page’s own scripts do not arrive rather than script being off.
        page.route("**/*.js", lambda route: route.abort())
    found = []
    for url in URLS:
        said.clear()
        page.goto(live_server.url + url, wait_until="networkidle")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            found.append(f"{url} is {over} pixels too wide")
        page.evaluate(f"{AXE};0")
        result = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)
        found += [f"{url}: {v['id']}: {v['nodes'][0]['html'][:200]}" for v in result["violations"]]
        # The browser itself tells the console of a page that is not there and of scripts kept away.
        allowed = ["404"] * (url == "/nowhere/") + ["net::ERR_FAILED"] * (not script)
        found += [f"{url} said {one}" for one in said if not any(part in one for part in allowed)]
    assert found == []


def test_escape_twice_covers_the_page_and_once_shows_it(live_server, chromium):
    page, said = visit(chromium, 1280)
    page.goto(live_server.url + "/gallery/record/", wait_until="networkidle")
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
    assert said == []


def test_a_long_list_can_be_typed_in_and_words_outside_it_choose_nothing(live_server, chromium):
    page, said = visit(chromium, 375)
    page.goto(live_server.url + "/gallery/", wait_until="networkidle")
    box = page.get_by_role("combobox", name="Which ward?")
    chosen = "document.querySelector('select[name=pick]').value"
    box.fill("Ward 17")
    page.get_by_role("option", name="Ward 17").click()
    assert page.evaluate(chosen) == "17"
    box.fill("Nowhere")
    box.blur()
    assert page.evaluate(chosen) == ""
    assert said == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_an_error_keeps_what_was_typed_and_leads_to_the_input(live_server, chromium, script):
    page, said = visit(chromium, 375, script)
    page.set_default_timeout(10_000)
    page.goto(live_server.url + "/gallery/question/")
    page.get_by_label("Day").fill("31")
    page.get_by_label("Month").fill("2")
    page.get_by_label("Year").fill("2026")
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
    assert said == []
