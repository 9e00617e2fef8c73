"""An officer opens a sealed referral under break-glass and ends it; the Prevent lead reviews it; the record says so."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access.tests.glass_walks import REASON, WORDS, sealed

from .conftest import Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def story() -> dict[str, str]:
    """The reference of the sealed referral, and the sessions of who plays, made before the browser opens."""
    cast = Cast()
    people = {who: cast.here.user(who) for who in ("officer", "lead", "ig_lead")}
    reference = sealed(cast.here)[1]
    sessions = {who: Pages().sign_in(user).cookies["sessionid"].value for who, user in people.items()}
    return sessions | {"reference": reference}


def test_break_glass_and_its_review(story: dict[str, str], reader: Reader):
    reference, record = story["reference"], f"/referrals/triage/{story['reference']}/"
    reader.window.become(story["officer"])
    reader.go(record, status=404)
    reader.go("/break-glass/find/")
    reader.fill(reference=reference)
    reader.send()
    reader.fill(interest="no", reason="Need it")
    reader.send()
    assert (
        "There is a problem" in reader.text() and "Need it" in reader.page.locator("textarea").input_value()
    )
    reader.fill(interest="no", reason=REASON)
    reader.send()
    assert reader.page.url.endswith(record)
    assert "You can change nothing" in reader.text()
    reader.click("I have read what I needed: end it")
    assert reference in reader.text() and "Waiting for review" in reader.text()
    reader.go(record, status=404)
    reader.window.become(story["lead"])
    reader.go("/my-day/")
    reader.click("Review what was opened under break-glass")
    assert REASON in reader.text()
    reader.fill(verdict="justified", words=WORDS)
    reader.send()
    assert WORDS in reader.text()
    reader.go(record)
    assert "Opened under break-glass on" in reader.text() and "Justified" in reader.text()
    reader.window.become(story["ig_lead"])
    reader.go("/break-glass/")
    assert reference in reader.text()
