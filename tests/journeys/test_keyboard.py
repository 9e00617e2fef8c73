"""Documents without a mouse: added by whoever refers, found on the record and opened. (Every journey of this folder is
played by keyboard too: the reader who is wide.) And what the keys cannot reach is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import Window
from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.places.models import Authority
from waymark.foundation.vault import clamd
from waymark.foundation.vault.actions import checking
from waymark.foundation.vault.models import Document
from waymark.pathway.concerns.tests.form_walks import sent

from .conftest import ByKeyboard, elsewhere

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
CALLED, WORDS = "Desk.txt", b"What the pupil wrote on the desk."


@pytest.fixture
def hands(windows: Callable[..., Window], settings: Any, tmp_path: Path) -> ByKeyboard:
    settings.WAYMARK_DOCUMENTS = tmp_path / "documents"
    return ByKeyboard(windows(1280))


@pytest.fixture
def story() -> dict[str, str]:
    """What a nurse sent: its reference, and the sessions of her and the officer, made before the browser opens."""
    cast = Cast()
    people = {who: cast.here.user(who) for who in ("nurse", "officer", "lead")}
    with cast.here.acting("nurse") as nurse:
        reference = sent(nurse).reference
    made = {who: Pages().sign_in(user).cookies["sessionid"].value for who, user in people.items()}
    return made | {"reference": reference}


def found_clean() -> None:
    """The virus checker has looked at everything and found nothing."""
    for authority_id in Authority.objects.values_list("pk", flat=True):
        with acting(Actor.job("vault", authority_id)) as by:
            for document in Document.objects.all():
                checking.note_answer(by=by, document=document, answer=clamd.Answer("", "ClamAV"))


def test_documents_without_a_mouse(story: dict[str, str], hands: ByKeyboard) -> None:
    reference = story["reference"]
    hands.window.become(story["nurse"])
    hands.go(f"/referrals/mine/{reference}/")
    hands.follow(hands.page.locator("main a[href*='/documents/submission/']"))
    assert "No documents have been added yet." in hands.text()
    hands.click("Add a document")
    hands.click("Add the document")
    assert "There is a problem" in hands.text(), "nothing chosen"
    hands.reach(hands.page.locator(".govuk-error-summary a"))
    hands.page.keyboard.press("Enter")
    field = hands.page.locator("main input[type=file]")
    expect(field).to_be_focused()
    with hands.page.expect_file_chooser() as asked:
        hands.page.keyboard.press("Space")
    asked.value.set_files({"name": CALLED, "mimeType": "text/plain", "buffer": WORDS})
    hands.click("Add the document")
    assert CALLED in hands.text() and "Not checked for viruses yet" in hands.text()
    elsewhere(found_clean)
    hands.window.become(story["officer"])
    hands.go(f"/referrals/triage/{reference}/")
    hands.reach(hands.page.locator("main").get_by_role("link", name=CALLED, exact=True))
    with hands.page.expect_download() as kept:
        hands.page.keyboard.press("Enter")
    assert Path(kept.value.path()).read_bytes() == WORDS


def test_the_wall_of_the_keys_can_fail(hands: ByKeyboard) -> None:
    """Planted: a button that only a mouse reaches, and one that lies under something else."""
    hands.go("/")
    plant = "html => { const main = document.querySelector('main'); main.innerHTML = html; }"
    hands.page.evaluate(plant, "<button id=a tabindex=-1>Go</button><button id=b>Go</button>")
    with pytest.raises(AssertionError, match="no key leads to"):
        hands.reach(hands.page.locator("#a"), most=40)
    cover = "() => document.querySelector('#b').parentElement.inert = false"
    hands.page.evaluate(cover)
    hands.page.evaluate(
        "() => { const over = document.createElement('div'); document.body.append(over); "
        "over.style.cssText = 'position:fixed;inset:0;background:white'; }"
    )
    with pytest.raises(AssertionError, match="out of sight"):
        hands.reach(hands.page.locator("#b"))
