"""From a school’s request for training to a certificate that a stranger checks."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Error
from pypdf import PdfReader

from tests.browser import Window
from tests.cast import Cast
from tests.pages import Pages
from waymark.delivery.training.tests.teaching import Year, school

from .stage import Stage, in_days, letters, link_in, the_day_comes

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

HEAD, ADA = "head@school.example", "ada@school.example"
SESSION, CODE = re.compile(r"T-[0-9A-Z]{5}-[0-9A-Z]{5}"), re.compile(r"K-[0-9A-Z]{5}-[0-9A-Z]{5}")


@pytest.fixture(params=[(1280, True), (375, False)], ids=["wide with script", "phone without script"])
def stage(request: pytest.FixtureRequest, windows: Callable[..., Window]) -> Stage:
    """A council with its courses, a school, and two people of the council; nobody else has an account."""
    width, script = request.param
    cast = Cast()
    Year(cast.here)
    school(cast.here)
    people = {who: cast.here.user(who) for who in ("officer", "trainer")}
    sessions = {who: Pages().sign_in(user).cookies["sessionid"].value for who, user in people.items()}
    return Stage(lambda: windows(width, script=script), sessions)


def test_from_a_schools_request_to_a_certificate_that_a_stranger_checks(stage: Stage) -> None:
    comes_in(stage)
    asks(stage)
    session = officer_plans(stage)
    books(stage, session)
    reads_the_letter(stage)
    trainer_takes_attendance(stage, session)
    code = certified(stage, session)
    stranger_checks(stage, code)


def comes_in(stage: Stage) -> None:
    """The head of a school, without an account: by a link to the work address."""
    stage.leave()
    stage.click("Ask for training")
    stage.fill(email="head")
    stage.send()
    stage.refused("Enter an email address", email="head")
    stage.fill(email=HEAD)
    stage.send()
    (letter,) = letters(HEAD)
    stage.go(link_in(letter))
    stage.holds(HEAD)
    stage.click("Continue")


def asks(stage: Stage) -> None:
    stage.click("Ask for training")
    stage.fill(
        number="12", name="Rowan Tillbrook", wished="A Tuesday after school", audience="Primary schools"
    )
    stage.send()
    stage.refused("Say which school", number="12", name="Rowan Tillbrook", wished="A Tuesday after school")
    stage.fill(where="Invented School 1")
    stage.send()
    stage.holds("Nobody yet", "We write to you when there is a date")


def officer_plans(stage: Stage) -> str:
    """Takes the request, and plans the session from it; its reference."""
    stage.enter("officer", "Training", "Requests for training")
    request = stage.found("Y")
    stage.click(request)
    stage.holds(HEAD, "A Tuesday after school")
    stage.click("Take this request")
    stage.send()
    stage.click("Plan the session")
    stage.fill(
        course="Prevent for primary schools",
        day=in_days(9),
        starts="half past three",
        ends="16:30",
        place="School hall",
    )
    stage.tick("trainer of Hereshire")
    stage.send()
    stage.refused(
        "Enter a time, for example 14:30", starts="half past three", ends="16:30", place="School hall"
    )
    stage.fill(starts="15:30")
    stage.send()
    found = SESSION.search(stage.page.url)
    assert found, stage.page.url
    return found.group()


def books(stage: Stage, session: str) -> None:
    """The head comes in by the newest link, and books two by name and eight without."""
    stage.leave()
    stage.click("Ask for training")
    stage.fill(email=HEAD)
    stage.send()
    stage.go(link_in(letters(HEAD)[-1]))
    stage.click("Continue")
    stage.click(session)
    stage.click("Book places")
    named = f"Ada Inventedly, {ADA}\nBen Inventedly, ben"
    stage.fill(where="Invented School 1", number="8", named=named, role="Teacher")
    stage.send()
    stage.refused("Line 2: this is no email address", number="8", named=named)
    stage.fill(named=f"Ada Inventedly, {ADA}\nBen Inventedly")
    stage.send()
    stage.holds("Ada Inventedly", "8 without names")


def reads_the_letter(stage: Stage) -> None:
    """Whoever was booked gets a link that needs no account, and a file for the calendar, with no name in either."""
    letter = letters(ADA)[-1]
    assert "Ada" not in str(letter.body) + letter.subject
    stage.page.context.clear_cookies()
    stage.go(link_in(letter))
    stage.holds("School hall")
    calendar = stage.download("Put it into your calendar").decode()
    assert "BEGIN:VEVENT" in calendar and "Ada" not in calendar


def trainer_takes_attendance(stage: Stage, session: str) -> None:
    """The sheet that people sign first; nobody can say who came before it began."""
    stage.enter("trainer", "Training", session)
    sheet = "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(stage.download("Sign-in sheet"))).pages
    )
    assert "Ada Inventedly" in sheet and ADA not in sheet
    stage.lacks("Say who came")
    the_day_comes(session, "training_session")
    stage.enter("trainer", "Training", session, "Say who came")
    stage.page.locator("main fieldset", has_text="Ada Inventedly").get_by_label("Came", exact=True).check()
    stage.page.locator("main fieldset", has_text="Ben Inventedly").get_by_label(
        "Did not come", exact=True
    ).check()
    stage.page.locator("main").get_by_label("8 had booked. How many came?").fill("7")
    stage.send()
    stage.holds("Held")


def certified(stage: Stage, session: str) -> str:
    """Made by the trainer; Ada opens hers by the link in her letter. The code on it."""
    stage.click("Certificates")
    stage.click("Make certificates")
    stage.send()
    stage.holds("Ada Inventedly")
    stage.lacks("Ben Inventedly")
    stage.page.context.clear_cookies()
    # An address that answers with a file: the browser keeps it, and stays where it is.
    with stage.page.expect_download() as got, suppress(Error):
        stage.page.goto(link_in(letters(ADA)[-1]))
    paper = "".join(page.extract_text() for page in PdfReader(got.value.path()).pages)
    code = CODE.search(paper)
    assert "Ada Inventedly" in paper and code, paper
    return code.group()


def stranger_checks(stage: Stage, code: str) -> None:
    stage.leave()
    stage.click("Check a certificate")
    for typed, name, told in (
        ("K-00000-00000", "", "There is no certificate with this code."),
        (code, "Ben Inventedly", "The name you typed is not the one on it."),
        (code, "Ada Inventedly", "This certificate is valid"),
    ):
        stage.fill(code=typed, name=name)
        stage.send()
        stage.holds(told)
    stage.holds("The name you typed is the one on it.")
