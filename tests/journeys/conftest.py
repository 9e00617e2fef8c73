"""A browser that looks at every page it comes to. While it is open, a test makes no query of its own (see `told`)."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Page, sync_playwright

from waymark.foundation import interface

AXE = Path(interface.__file__).parent / "tests" / "axe.min.js"
FOUND = (
    "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
    ".then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))"
)
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Reader:
    """One person at one browser: goes, fills in, sends; every page is looked at once."""

    def __init__(self, page: Page, base: str, script: bool) -> None:
        self.page, self.base, self.script = page, base, script
        self.seen = set[str]()

    def go(self, path: str, status: int = 200) -> None:
        answer = self.page.goto(path)
        assert answer is not None and answer.status == status, f"{path} answered {answer and answer.status}"
        self.look()

    def click(self, words: str) -> None:
        """A link or a button with these words in the main part of the page."""
        main = self.page.locator("main")
        found = main.get_by_role("button", name=words, exact=True).or_(
            main.get_by_role("link", name=words, exact=True)
        )
        found.first.click()
        self.page.wait_for_load_state("domcontentloaded")
        self.look()

    def fill(self, **answers: str) -> None:
        for name, value in answers.items():
            box = self.page.locator(f"main [name='{name.replace('__', '-')}']")
            if box.first.get_attribute("type") in ("radio", "checkbox"):
                self.page.locator(f"main [name='{name}'][value='{value}']").check()
            else:
                box.first.fill(value)

    def send(self) -> None:
        """The page’s form, by its own button."""
        self.page.locator("main form[method=post] button[type=submit]").last.click()
        self.page.wait_for_load_state("domcontentloaded")
        self.look()

    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def look(self) -> None:
        heading = self.page.locator("h1").inner_text()
        assert self.page.locator("h1").count() == 1
        if heading in self.seen:
            return
        self.seen.add(heading)
        inspector = self.page.context.new_cdp_session(self.page)
        wide = self._ask(inspector, "document.documentElement.scrollWidth")
        assert wide <= self.page.viewport_size["width"], f"{heading} is {wide} wide"
        if self.script:
            self._ask(inspector, AXE.read_text(encoding="utf-8") + "; 0")
            assert self._ask(inspector, FOUND) == [], heading
        inspector.detach()

    @staticmethod
    def _ask(inspector: Any, expression: str) -> Any:
        # Through the inspector: it works under the content security policy.
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        return inspector.send("Runtime.evaluate", asked)["result"].get("value")


@pytest.fixture(params=[(1280, True), (375, False)], ids=["wide", "phone without script"])
def reader(request: Any, live_server: Any) -> Iterator[Reader]:
    width, script = request.param
    complaints: list[str] = []
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script, base_url=live_server.url
        )
        context.set_default_timeout(8000)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield Reader(page, live_server.url, script)
        browser.close()
    _until_the_server_is_idle()
    # A page that is not there is meant to answer 404: Chromium calls that an error of its own.
    assert [said for said in complaints if "404" not in said] == []


def _until_the_server_is_idle() -> None:
    """The database is emptied next: the server’s threads must have given back their connections."""
    for _each in range(100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.05)
