"""Somebody answers on a telephone, without an account, by keyboard; the trainer reads it. As a browser shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction
from django.urls import reverse

from tests.browser import Window
from tests.cast import Cast
from tests.pages import Pages
from waymark.delivery.feedback import wording
from waymark.delivery.training.tests.teaching import Year

from .saying import WORDS, Feedback

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_answering_on_a_telephone_and_reading_what_was_said(windows: Callable[..., Window]):
    with transaction.atomic():
        year = Year(Cast().here).whole()
        feedback = Feedback(year, year.past)
        feedback.answered(5, may_quote=True)
        trainer = Pages().sign_in(year.side.user("trainer")).cookies["sessionid"].value
    session = year.past.reference
    window = windows(375)
    page = window.page
    page.goto(reverse("feedback:room", args=[feedback.room()]))
    window.look("What do you think of the training?")
    with page.expect_navigation():
        page.get_by_role("button", name="Send my answers").press("Enter")
    window.look()
    page.get_by_role("link", name="Answer at least one question.").press("Enter")
    assert page.evaluate("document.activeElement.name") == "q1_before"
    page.get_by_label("The session was useful to me").select_option("Agree")
    page.get_by_label("What was good, and what should change?").fill(WORDS)
    page.get_by_role("group", name=str(wording.VERSIONS[wording.NOW])).get_by_label("Yes").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Send my answers").press("Enter")
    window.look("Thank you")
    with page.expect_navigation():
        page.get_by_role("button", name="Do not use my words").press("Enter")
    assert "not used in reports any more" in page.locator("main").inner_text()
    window.become(trainer)
    for route in ("feedback:session", "feedback:room-link"):
        page.goto(reverse(route, args=[session]))
        window.look()
