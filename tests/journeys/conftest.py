"""A reader who goes through pages as a person does; every page is looked at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

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
        with self.page.expect_navigation():
            found.first.click()
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
        with self.page.expect_navigation():
            self.page.locator("main form[method=post] button[type=submit]").last.click()
        self.look()

    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def look(self) -> None:
        heading = self.page.locator("h1").first.inner_text()
        if heading not in self.seen:
            self.seen.add(heading)
            self.window.look(heading)


@pytest.fixture(params=[(1280, True), (375, False)], ids=["wide", "phone without script"])
def reader(request: Any, windows: Callable[..., Window]) -> Reader:
    width, script = request.param
    # A page that is not there (any more) is meant to answer 404 or 410: Chromium calls that an error of its own.
    return Reader(windows(width, script=script, allowed=("404", "410")))
