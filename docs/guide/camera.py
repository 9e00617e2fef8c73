"""The camera of the guide: it signs in as one of the invented people, does what they do, and takes pictures."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

FOLDER = Path(__file__).parent / "pictures"
WIDTH, PHONE, HEIGHT, TALLEST, TALLEST_PHONE, COLOURS = 1040, 375, 700, 1300, 1200, 32
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIGN_IN = "/account/sign-in-as/"
TODAY = datetime.now(ZoneInfo("Europe/London")).date()
REFERENCE = re.compile(r"[RQ]-[0-9A-Z]{5}-[0-9A-Z]{5}")


class Camera:
    """`site` is where the demonstration answers, `data` its folder. One browser window for each person."""

    def __init__(self, browser: Browser, site: str, data: Path) -> None:
        self.browser, self.site, self.data = browser, site, data
        self.windows: dict[str, BrowserContext] = {}
        self.page: Page

    def become(self, who: str) -> None:
        """`who` begins a role’s sentence on the demonstration’s sign-in page; empty: somebody without an account."""
        if who in self.windows:
            self.page = self.windows[who].pages[0]
            return
        self.windows[who] = self.browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce", base_url=self.site
        )
        self.page = self.windows[who].new_page()
        self.page.set_default_timeout(10_000)
        if who:
            self.sign_in(who)

    def close(self, who: str) -> None:
        """Their browser is closed, and with it their session is gone."""
        self.windows.pop(who).close()

    def sign_in(self, who: str) -> None:
        """By the demonstration’s one click."""
        self.page.goto(SIGN_IN)
        said = re.compile(r"^\s*" + re.escape(who))
        sentence = self.page.locator("dd.govuk-summary-list__value", has_text=said).first
        with self.page.expect_navigation():
            sentence.locator("xpath=following-sibling::dd//button").click()

    def go(self, path: str) -> None:
        """Opens a page; one that answers with an error stops the script."""
        answer = self.page.goto(path)
        if answer is None or answer.status >= 400:
            raise SystemExit(f"{self.page.url} answered {answer and answer.status}")

    def follow(self, words: str) -> None:
        """The first link in the main part whose words fit; blanks around them do not count."""
        fits = re.compile(words.replace("^", r"^\s*").replace("$", r"\s*$"))
        with self.page.expect_navigation():
            self.page.locator("main a", has_text=fits).first.click()

    def fill(self, **answers: Any) -> None:
        """Fields by name; `__` in a name is a hyphen, as in the parts of a day."""
        for name, value in answers.items():
            boxes = self.page.locator(f"main [name='{name.replace('__', '-')}']")
            if boxes.first.get_attribute("type") in ("radio", "checkbox"):
                self.page.locator(f"main [name='{name}'][value='{value}']").check()
            elif boxes.first.evaluate("box => box.tagName") == "SELECT":
                boxes.first.select_option(value)
            else:
                boxes.first.fill(value)

    def pick(self, name: str, words: str) -> None:
        """In a list of places to search: the first whose name has these words."""
        self.page.locator(f"#id_{name}").fill(words)
        self.page.locator("main [role='option']", has_text=words).first.click()

    def open_referral(self, surname: str) -> str:
        """The open referral of one of the invented people; its address. The queue names nobody: each is opened."""
        self.go("/referrals/triage/?state=open")
        links = self.page.locator("main a[href*='/triage/R-']").all()
        for path in [link.get_attribute("href") or "" for link in links]:
            self.go(path)
            if surname in self.page.locator("main").inner_text():
                return path
        raise SystemExit(f"there is no open referral of {surname}: is the demonstration fresh?")

    def press(self, words: str = "") -> None:
        """The button with these words, or the last of the page’s form; then the next page."""
        buttons = self.page.locator("main form[method=post] button[type=submit]")
        chosen: Locator = (
            self.page.locator("main").get_by_role("button", name=words, exact=True) if words else buttons
        )
        with self.page.expect_navigation():
            chosen.last.click()

    def found(self, pattern: re.Pattern[str] = REFERENCE) -> str:
        """What the main part of the page says that fits the pattern, such as a reference."""
        said = pattern.search(self.page.locator("main").inner_text())
        if said is None:
            raise SystemExit(f"{self.page.url} does not say {pattern.pattern}")
        return said.group()

    def take(
        self, name: str, *, phone: bool = False, tall: int = TALLEST, whole: bool = True, wanted: bool = True
    ) -> None:
        """A picture of the whole page, or of what the window shows; with `phone` one more as a telephone shows it."""
        if not wanted:
            return
        self._keep(name, tall, whole)
        if phone:
            self.page.set_viewport_size({"width": PHONE, "height": HEIGHT})
            self._keep(f"{name}-phone", TALLEST_PHONE, whole)
            self.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        print(f"{name:<24} {self.page.url.removeprefix(self.site)}")

    def _keep(self, name: str, tall: int, whole: bool) -> None:
        """Small: cut where it gets too long to help, and in few colours."""
        self.page.evaluate("scrollTo(0, 0)")
        shown = Image.open(io.BytesIO(self.page.screenshot(full_page=whole)))
        cut = shown.crop((0, 0, shown.width, min(shown.height, tall)))
        few = cut.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(FOLDER / f"{name}.png", optimize=True)


@contextmanager
def camera(site: str, data: Path) -> Iterator[Camera]:
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as play:
        found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = play.chromium.launch(executable_path=found, args=FLAGS)
        yield Camera(browser, site, data)
        browser.close()
