"""A reader who goes through pages as a person does; every page is looked at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Locator

from tests.browser import Window


class Reader:
    """One person at one window: goes, fills in, sends."""

    def __init__(self, window: Window) -> None:
        self.window, self.page = window, window.page
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
        self.follow(found)

    def follow(self, found: Locator) -> None:
        """The first of what was found: a link or a button that leads to another page."""
        with self.page.expect_navigation():
            self.press(found.first)
        self.look()

    def fill(self, **answers: str) -> None:
        for name, value in answers.items():
            box = self.page.locator(f"main [name='{name.replace('__', '-')}']")
            if box.first.get_attribute("type") in ("radio", "checkbox"):
                self.choose(name, value)
            else:
                self.write(box.first, value)

    def send(self) -> None:
        """The page’s form, by its own button."""
        self.follow(self.page.locator("main form[method=post] button[type=submit]").last)

    def press(self, found: Locator) -> None:
        found.click()

    def choose(self, name: str, value: str) -> None:
        self.page.locator(f"main [name='{name}'][value='{value}']").check()

    def write(self, box: Locator, words: str) -> None:
        box.fill(words)

    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def look(self) -> None:
        """Every page, every time; by axe once for each heading, as it takes its time."""
        heading = self.page.locator("h1").first.inner_text()
        self.window.look(heading, axe=heading not in self.seen)
        self.seen.add(heading)


class ByKeyboard(Reader):
    """Somebody without a mouse. Whatever has the focus is in sight."""

    FOCUSED = "e => e === document.activeElement"
    # Some of it lies within the window, and nothing lies over its middle.
    IN_SIGHT = """e => {
      const at = e.getBoundingClientRect(), x = at.left + at.width / 2, y = at.top + at.height / 2;
      const there = document.elementFromPoint(x, Math.min(Math.max(y, 1), innerHeight - 1));
      return at.bottom > 0 && at.top < innerHeight && there !== null && (e.contains(there) || there.contains(e));
    }"""

    # How many others the Tab key certainly meets before: saves asking the page after each.
    BEFORE = """e => {
      const name = one => one.type === "radio" ? one.name : one, at = document.activeElement, met = new Set();
      for (const one of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
        const after = at === document.body || at.compareDocumentPosition(one) & 4;
        if (after && one.compareDocumentPosition(e) & 4 && one.tabIndex >= 0 && one.checkVisibility()
            && !one.disabled && name(one) !== name(e) && one.name !== (at.name || 0)) met.add(name(one));
      }
      return met.size;
    }"""

    def reach(self, found: Locator, key: str = "Tab", most: int = 150) -> None:
        if key == "Tab":
            certainly = found.evaluate(self.BEFORE)
            for _each in range(certainly):
                self.page.keyboard.down(key)
            if certainly:
                self.page.keyboard.up(key)
        for _each in range(most):
            if found.evaluate(self.FOCUSED):
                assert found.evaluate(self.IN_SIGHT), f"{found} has the focus and is out of sight"
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"no key leads to {found} at {self.page.url}")

    def press(self, found: Locator) -> None:
        self.reach(found)
        self.page.keyboard.press("Enter")

    def choose(self, name: str, value: str) -> None:
        wanted = self.page.locator(f"main [name='{name}'][value='{value}']")
        if wanted.get_attribute("type") == "radio":
            # The keys lead to a group of radios, and the arrows within it.
            group = self.page.locator(f"main [name='{name}']")
            chosen = group.and_(self.page.locator(":checked"))
            self.reach(chosen if chosen.count() else group.first)
            self.reach(wanted, "ArrowDown", group.count())
        else:
            self.reach(wanted)
        if not wanted.is_checked():
            self.page.keyboard.press("Space")
        assert wanted.is_checked()

    def write(self, box: Locator, words: str) -> None:
        self.reach(box)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words[:1])
        self.page.keyboard.insert_text(words[1:])


def elsewhere(deed: Callable[[], object]) -> None:
    """While the browser is open: in a thread of its own, with a connection of its own."""

    def done() -> None:
        try:
            deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(done).result()


@pytest.fixture(params=[(1280, True), (375, False)], ids=["wide by keyboard", "phone without script"])
def reader(request: Any, windows: Callable[..., Window]) -> Reader:
    """Wide and with script everything is done by keyboard; on the telephone by touch."""
    width, script = request.param
    # A page that is not there (any more) is meant to answer 404 or 410: Chromium calls that an error of its own.
    kind = ByKeyboard if script else Reader
    return kind(windows(width, script=script, allowed=("404", "410")))
