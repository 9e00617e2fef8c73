"""The pages of the form as they look: in Chromium, wide and on a telephone, looked at by axe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from tests.browser import Window
from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access.context import acting
from waymark.foundation.places.models import Institution
from waymark.pathway.concerns.actions import enquiring
from waymark.pathway.concerns.models import Draft

from .form_walks import sent, waiting, whole

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

OPEN = ("start", "danger", "emergency", "before", "visitor", "visitor-sent", "enquiry-start")


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
def test_every_page_looks_right(width: int, windows: Callable[..., Window], story: dict[str, Any]) -> None:
    listed = addresses(story)
    empty = reverse("concerns:draft-page", args=[story["draft"].pk, "raiser_other"])
    window = windows(width)
    page = window.page
    for name in OPEN:
        page.goto(reverse(f"concerns:{name}"))
        window.look()
    for who, pages in listed.items():
        window.become(story[who])
        for name, address in pages:
            assert page.goto(address).status == 200, name
            assert page.url == window.base + address, f"{name} is {page.url}"
            window.look()
        if who == "nurse":
            page.goto(empty)
            page.fill("input[name=name]", "")
            page.click("main form[method=post] button")
            page.wait_for_selector(".govuk-error-summary")
            window.look()
