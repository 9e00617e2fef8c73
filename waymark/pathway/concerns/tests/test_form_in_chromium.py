"""The pages of the form as they look: in Chromium, wide and on a telephone, looked at by axe.

With WAYMARK_SHOTS set to a folder, pictures are left there.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from playwright.sync_api import Page, sync_playwright

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation import interface
from waymark.foundation.access.context import acting
from waymark.foundation.places.models import Institution
from waymark.pathway.concerns.actions import enquiring
from waymark.pathway.concerns.models import Draft

from .form_walks import sent, waiting, whole

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

AXE = Path(interface.__file__).parent / "tests" / "axe.min.js"
FOUND = (
    "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
    ".then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))"
)
OPEN = ("start", "danger", "emergency", "before", "visitor", "visitor-sent", "enquiry-start")


def look(page: Page, name: str, width: int) -> None:
    """Nothing sticks out, axe finds nothing; a picture where one is wanted."""
    folder = os.environ.get("WAYMARK_SHOTS")
    if folder:
        page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"{name} is {wide} wide"
    # As a value, not a script element: the page’s policy refuses those.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FOUND) == [], name


def cookie_of(user: Any) -> str:
    return Pages().sign_in(user).cookies["sessionid"].value


@pytest.fixture
def story() -> dict[str, Any]:
    """What the pages show, and the sessions of those who look."""
    cast = Cast()
    for who in ("lead", "dsl"):
        cast.here.user(who)
    Institution.objects.create(
        kind="school", urn="999001", name="Invented Meadow School", name_folded="invented meadow school", source="test"
    )  # fmt: skip
    nurse, teacher = cast.here.actor("nurse"), cast.here.actor("teacher")
    with acting(nurse):
        draft, submission = whole(nurse), sent(nurse)
        asked = enquiring.ask_advice(by=nurse, question="Should I worry about flags?")
    with acting(teacher):
        waits = waiting(teacher)
    return {
        "draft": draft,
        "reference": submission.reference,
        "enquiry": asked.reference,
        "waits": waits,
        **{who: cookie_of(cast.here.user(who)) for who in ("nurse", "dsl", "officer")},
    }


def addresses(story: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    draft: Draft = story["draft"]
    pages = (
        "name",
        "born",
        "addresses",
        "concern",
        "needs",
        "person",
        "lead",
        "raiser_other",
        "anonymity",
        "other",
    )
    nurse = [("mine", reverse("concerns:mine")), ("draft", reverse("concerns:draft", args=[draft.pk]))]
    nurse += [("begin", reverse("concerns:begin")), ("enquiry-ask", reverse("concerns:enquiry-ask"))]
    nurse += [(f"page-{code}", reverse("concerns:draft-page", args=[draft.pk, code])) for code in pages]
    nurse += [("row-concern", reverse("concerns:draft-row", args=[draft.pk, "concern", 1]))]
    nurse += [("check", reverse("concerns:draft-check", args=[draft.pk]))]
    nurse += [
        (n, reverse(f"concerns:{n}", args=[story["reference"]]))
        for n in ("sent", "progress", "answers", "add")
    ]
    nurse += [("enquiry", reverse("concerns:enquiry", args=[story["enquiry"]]))]
    dsl = [
        ("waiting", reverse("concerns:waiting")),
        ("approve", reverse("concerns:approve", args=[story["waits"].pk])),
    ]
    officer = [("enquiries", reverse("concerns:enquiries"))]
    officer += [("enquiry-answer", reverse("concerns:enquiry-answer", args=[story["enquiry"]]))]
    return {"nurse": nurse, "dsl": dsl, "officer": officer}


@pytest.mark.parametrize("width", [1280, 375])
def test_every_page_looks_right(width: int, live_server: Any, story: dict[str, Any]) -> None:
    listed = addresses(story)
    empty = reverse("concerns:draft-page", args=[story["draft"].pk, "raiser_other"])
    complaints: list[str] = []
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(
            viewport={"width": width, "height": 900}, base_url=live_server.url, bypass_csp=False
        )
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for name in OPEN:
            page.goto(reverse(f"concerns:{name}"))
            look(page, name, width)
        for who, pages in listed.items():
            context.add_cookies([{"name": "sessionid", "value": story[who], "url": live_server.url}])
            for name, address in pages:
                assert page.goto(address).status == 200, name
                assert page.url == live_server.url + address, f"{name} is {page.url}"
                look(page, name, width)
            if who == "nurse":
                page.goto(empty)
                page.fill("input[name=name]", "")
                page.click("main form[method=post] button")
                page.wait_for_selector(".govuk-error-summary")
                look(page, "errors", width)
        browser.close()
    idle()
    assert complaints == []


def idle() -> None:
    """The server’s threads have given back their connections."""
    for _ in range(100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.05)
