"""The page of waiting messages."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation import outbox
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.outbox.models import MailHealth


@pytest.fixture
def posted(cast: Cast) -> None:
    for side in (cast.here, cast.there):
        with side.acting("teacher"):
            outbox.post(
                "tests.plain",
                to="canary.lee@partner.example",
                link="/canary-link/",
                reference=new_reference(Letter.REFERRAL),
                key="k1",
                authority_id=side.authority.pk,
            )


def test_an_administrator_sees_what_waits_and_never_to_whom(cast: Cast, posted: None, pages: Pages) -> None:
    page = pages.sign_in(cast.here.administrator).open(reverse("outbox:waiting"))
    assert page.heading == "Messages waiting"
    assert page.text.count("You have a new task") == 1, "those of the other authority do not show"
    assert "Waiting" in page.text
    source = page.response.content.decode()
    assert "canary" not in source
    assert page.queries <= 14


def test_that_mail_is_down_is_said(cast: Cast, posted: None, pages: Pages) -> None:
    MailHealth.objects.create(last_failed_at=clock.now(), last_error="ConnectionRefusedError", waiting=2)
    page = pages.sign_in(cast.here.administrator).open(reverse("outbox:waiting"))
    assert "The mail server could not be reached" in page.text and "ConnectionRefusedError" in page.text


@pytest.mark.parametrize("who", ["teacher", "dsl", "officer", "lead", "police", "ig_lead"])
def test_to_others_there_is_no_such_page(cast: Cast, pages: Pages, who: str) -> None:
    pages.sign_in(getattr(cast.here, who))
    assert pages.get(reverse("outbox:waiting")).status_code == 404


def test_signed_out_people_are_asked_to_sign_in(db: None, pages: Pages) -> None:
    assert pages.get(reverse("outbox:waiting")).status_code == 302
