"""Windows of Chromium for tests. Each looks at pages as people meet them: how wide, what axe says, what the console says.

While a window is open, a test makes no query of its own: Playwright keeps an event loop in this thread, and Django
would open a second connection that nobody closes.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils.text import slugify
from playwright.sync_api import Browser, CDPSession, Page, TimeoutError, sync_playwright

from waymark.foundation import interface
from waymark.foundation.interface.accessible import PAPER
from waymark.foundation.kernel import clock

AXE = Path(interface.__file__).parent / "tests" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOUND = f"axe.run(document, {{runOnly: {RULES}, resultTypes: ['violations']}}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))"
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SCRIPT = re.compile(r"<script\b.*?</script>|</?noscript[^>]*>", re.DOTALL)
MILLISECONDS = 10_000
# Every page that was looked at by axe in this run: heading, width, what axe found.
LOOKED: list[tuple[str, int, list[str]]] = []


class Window:
    """One person’s window. `page` is Playwright’s; what the browser complains of is in `said`."""

    def __init__(self, page: Page, base: str, *, script: bool, allowed: tuple[str, ...]) -> None:
        self.page, self.base, self.script, self.allowed = page, base, script, allowed
        self.said: list[str] = []
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda problem: self.said.append(str(problem)))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not any(part in text for part in self.allowed):
            self.said.append(text)

    def become(self, session: str) -> None:
        """From here on the window is that of another session."""
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.base}])

    @cached_property
    def inspector(self) -> CDPSession:
        """Held as long as the window: to let go of it would take a virtual device for passkeys with it."""
        return self.page.context.new_cdp_session(self.page)

    def ask(self, expression: str) -> Any:
        """What the page says to some script. Through the inspector: it works under the content security policy."""
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        return self.inspector.send("Runtime.evaluate", asked)["result"].get("value")

    def look(self, heading: str = "", *, axe: bool = True) -> None:
        """One heading (this one, if given), nothing sticks out, and axe finds nothing (if it is asked).

        With WAYMARK_SHOTS set to a folder, a picture is left there.
        """
        title = self.page.locator("h1")
        if heading:  # a click returns before the next page is there
            with suppress(TimeoutError):
                title.filter(has_text=re.compile(f"^\\s*{re.escape(heading)}\\s*$")).first.wait_for()
        self.page.wait_for_load_state()
        assert title.count() == 1
        seen = title.inner_text()
        assert heading in ("", seen), f"{seen} instead of {heading}"
        width = self.page.viewport_size["width"]  # type: ignore[index]
        if folder := os.environ.get("WAYMARK_SHOTS"):
            self.page.screenshot(path=f"{folder}/{slugify(seen)}-{width}.png", full_page=True)
        wide = self.ask("document.documentElement.scrollWidth")
        assert wide <= width, f"{seen} is {wide} wide at {self.page.url}"
        if axe:
            found = self._by_axe()
            LOOKED.append((seen, width, found))
            assert found == [], f"{seen} at {self.page.url}"

    def _by_axe(self) -> list[str]:
        if self.script:
            self.ask(AXE.read_text(encoding="utf-8") + "; 0")
            found: list[str] = self.ask(FOUND)
            return found
        copy = self._copied()
        copy.add_script_tag(path=AXE)
        return copy.evaluate(FOUND)

    def _copied(self) -> Page:
        """What stands in this window where no script runs, in one where axe can; none of the page’s own script runs."""
        stands = SCRIPT.sub("", self.page.content())
        self.glass.unroute_all()
        self.glass.route(
            self.page.url, lambda route: route.fulfill(body=stands, content_type="text/html; charset=utf-8")
        )
        self.glass.goto(self.page.url)
        return self.glass

    @cached_property
    def glass(self) -> Page:
        browser = self.page.context.browser
        assert browser is not None
        return browser.new_context(viewport=self.page.viewport_size).new_page()


@pytest.fixture
def windows(live_server: Any) -> Iterator[Callable[..., Window]]:
    """`windows(375, script=False)` opens a window. At the end no window may have heard a complaint, but for words
    that are `allowed`: Chromium calls a page that is not there, and is meant not to be, an error."""
    opened: list[Window] = []
    with ExitStack() as stack:
        # Nothing of Chromium before the first window: what a test makes beforehand may still ask the database.
        @cache
        def chromium() -> Browser:
            found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
            assert found, "Chromium is not installed: ./test installs it."
            started = stack.enter_context(sync_playwright())
            browser = started.chromium.launch(executable_path=found, args=SWITCHES)
            stack.callback(browser.close)
            return browser

        def window(width: int = 1280, *, script: bool = True, allowed: tuple[str, ...] = ()) -> Window:
            # By name: an address of figures is no home for a passkey.
            base = live_server.url.replace("127.0.0.1", "localhost")
            context = chromium().new_context(
                viewport={"width": width, "height": 900}, java_script_enabled=script, base_url=base
            )
            context.set_default_timeout(MILLISECONDS)
            opened.append(Window(context.new_page(), base, script=script, allowed=allowed))
            return opened[-1]

        yield window
    _until_the_server_is_idle()
    if os.environ.get("WAYMARK_ACCESSIBLE"):
        keep_results()
    assert [complaint for window in opened for complaint in window.said] == []


def keep_results() -> None:
    """What axe found in this run, for the page on accessibility: `WAYMARK_ACCESSIBLE=1 ./test -m browser` writes it."""
    version = re.search(r"axe v([\d.]+)", AXE.read_text(encoding="utf-8")[:200])
    held = {
        "on": clock.today().isoformat(),
        "tool": f"axe {version[1]}" if version else "axe",
        "pages": len({seen for seen, _width, _found in LOOKED}),
        "widths": sorted({width for _seen, width, _found in LOOKED}),
        "failing": sorted(
            {f"{seen}: {rule.split(':')[0]}" for seen, _width, found in LOOKED for rule in found}
        ),
    }
    PAPER.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


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
