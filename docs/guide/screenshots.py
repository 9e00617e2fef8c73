"""Takes the pictures of the guide from a running demonstration.

    ./run --data /tmp/pictures --port 8131          (a fresh demonstration; leave it running)
    .venv/bin/python docs/guide/screenshots.py http://127.0.0.1:8131

With names of pictures behind the address, only those are taken again. Needs Chromium, as the tests do.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
FOLDER = HERE / "pictures"
WIDTH, HEIGHT, TALLEST, COLOURS = 1280, 800, 1700, 48
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


@dataclass(frozen=True)
class Shot:
    """One picture: who looks (the role’s name on the demonstration’s sign-in page, empty for nobody), the page
    they begin at, and the words of the links they follow from there; the first link with those words is taken."""

    name: str
    who: str
    path: str
    follow: tuple[str, ...] = ()


TEACHER, DSL, OFFICER, LEAD = (
    "Teacher",
    "Designated safeguarding lead of the school",
    "Prevent officer: works",
    "Prevent lead",
)
POLICE, FRONT, IG, ADMIN = "Police Channel", "Front door", "Information governance", "System administrator"
REFERENCE = r"R-[\w-]+"

SHOTS = (
    Shot("landing", "", "/"),
    Shot("sign-in-as", "", SIGN_IN),
    Shot("visitor", "", "/referrals/link/"),
    Shot("partner-start", TEACHER, "/referrals/"),
    Shot("partner-mine", TEACHER, "/referrals/mine/"),
    Shot("partner-progress", TEACHER, "/referrals/mine/", (REFERENCE,)),
    Shot("partner-advice", TEACHER, "/referrals/advice/ask/"),
    Shot("dsl-waiting", DSL, "/referrals/waiting/"),
    Shot("officer-my-day", OFFICER, "/my-day/"),
    Shot("officer-queue", OFFICER, "/referrals/triage/"),
    Shot("officer-record", OFFICER, "/referrals/triage/", (REFERENCE,)),
    Shot("lead-my-day", LEAD, "/my-day/"),
    Shot("lead-measures", LEAD, "/measures/"),
    Shot("police-list", POLICE, "/referrals/police/"),
    Shot("police-record", POLICE, "/referrals/police/", (REFERENCE,)),
    Shot("front-door-asked", FRONT, "/referrals/asked/"),
    Shot("ig-ledger", IG, "/ledger/"),
    Shot("ig-roles", IG, "/roles/"),
    Shot("admin-members", ADMIN, "/members/"),
    Shot("admin-invite", ADMIN, "/members/invite/"),
)


def signed_in(browser: Browser, site: str, who: str) -> Page:
    """A page of a new browser, signed in by the demonstration’s one click. `who` begins the role’s sentence."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
    if who:
        page.goto(site + SIGN_IN)
        sentence = page.locator(
            "dd.govuk-summary-list__value", has_text=re.compile(r"^\s*" + re.escape(who))
        ).first
        sentence.locator("xpath=following-sibling::dd//button").click()
    return page


def open_page(page: Page, site: str, shot: Shot) -> None:
    """Goes where the picture is taken. A page that answers with an error stops the script."""
    answer = page.goto(site + shot.path)
    for words in shot.follow:
        link = page.locator("main a", has_text=re.compile(words)).first
        answer = page.goto(site + (link.get_attribute("href") or ""))
    if answer is None or answer.status >= 400:
        raise SystemExit(f"{shot.name}: {page.url} answered {answer and answer.status}")


def keep(page: Page, path: Path) -> None:
    """A small picture of the whole page, cut where it gets too long to help."""
    whole = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    cut = whole.crop((0, 0, whole.width, min(whole.height, TALLEST)))
    cut.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def wanted(names: list[str]) -> Iterator[Shot]:
    return (shot for shot in SHOTS if not names or shot.name in names)


def main(site: str, names: list[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as play:
        found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = play.chromium.launch(executable_path=found, args=FLAGS)
        pages: dict[str, Page] = {}
        for shot in wanted(names):
            page = pages.get(shot.who) or pages.setdefault(shot.who, signed_in(browser, site, shot.who))
            open_page(page, site, shot)
            keep(page, FOLDER / f"{shot.name}.png")
            print(f"{shot.name:<20} {page.url.removeprefix(site)}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    main(sys.argv[1].rstrip("/"), sys.argv[2:])
