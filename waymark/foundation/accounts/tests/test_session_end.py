"""When sessions end, and that what was typed into an ended one comes back to its holder and to nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.pages import Pages
from waymark.foundation.accounts import sealing, timing, typed_text
from waymark.foundation.accounts.models import TypedText, User
from waymark.foundation.accounts.tests.conftest import PASSWORD, SIGN_IN, sign_in
from waymark.foundation.kernel import clock

ACCOUNT = "/account/"
WORDS = "He said that nobody would miss him."


class Clock:
    """The clock of the house, standing still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def on(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Clock:
    stopped = Clock()
    monkeypatch.setattr(clock, "now", lambda: stopped.now)
    return stopped


def is_out(pages: Pages) -> bool:
    answer = pages.get(ACCOUNT)
    if answer.status_code == 302 and answer["Location"] == ACCOUNT:
        answer = pages.get(ACCOUNT)
    return answer.status_code == 302 and answer["Location"].startswith(SIGN_IN)


@pytest.mark.parametrize(("seconds", "out"), [(1799, False), (1801, True)])
def test_an_unused_session_ends_after_thirty_minutes(pages, person, stopped, seconds, out):
    sign_in(pages)
    stopped.on(seconds=seconds)
    assert is_out(pages) is out


@pytest.mark.parametrize(("seconds", "out"), [(899, False), (901, True)])
def test_an_administrator_s_after_fifteen(pages, cast, stopped, seconds, out):
    pages.sign_in(cast.here.administrator)
    pages.open(ACCOUNT)
    stopped.on(seconds=seconds)
    assert is_out(pages) is out


def test_planted_without_the_hook_an_administrator_has_thirty(pages, cast, stopped, monkeypatch):
    monkeypatch.setattr(timing, "_shorter", [])
    pages.sign_in(cast.here.administrator)
    pages.open(ACCOUNT)
    stopped.on(seconds=1799)
    assert not is_out(pages)


@pytest.mark.parametrize(("seconds", "out"), [(-1, False), (1, True)])
def test_a_session_in_use_ends_after_ten_hours(pages, person, stopped, seconds, out):
    sign_in(pages)
    for _each in range(39):
        stopped.on(minutes=15)
        assert not is_out(pages)
    stopped.on(minutes=15, seconds=seconds)
    assert is_out(pages) is out


def test_an_ended_session_is_gone_from_the_database_and_says_why(pages, person, stopped):
    sign_in(pages)
    key = pages.session.session_key
    stopped.on(minutes=31)
    assert is_out(pages)
    assert "You were signed out" in pages.open(SIGN_IN).text
    assert pages.session.session_key != key


@pytest.fixture
def writing(cast: Any) -> tuple[User, str]:
    """A teacher with a password, and the address of a page with a field for words."""
    teacher = cast.here.teacher
    teacher.set_password(PASSWORD)
    teacher.save()
    return teacher, "/referrals/advice/ask/"


def typed_too_late(pages: Pages, writing: tuple[User, str], stopped: Clock) -> None:
    sign_in(pages, writing[0].email)
    form = pages.open(writing[1]).form() | {"question": WORDS}
    stopped.on(minutes=31)
    answer = pages.send(writing[1], form).response
    assert answer["Location"] == f"{SIGN_IN}?next={writing[1]}"


def question(pages: Pages, path: str) -> str:
    return str(pages.open(path).form()["question"] or "").strip()


def come_back(pages: Pages, email: str) -> str:
    page = pages.open(SIGN_IN + "?next=/referrals/advice/ask/")
    sent = pages.send(SIGN_IN, page.form() | {"login": email, "password": PASSWORD})
    return sent.response["Location"]


def test_what_was_typed_comes_back_to_the_same_person_once(pages, writing, stopped):
    typed_too_late(pages, writing, stopped)
    assert "What you typed is kept for 30 minutes" in pages.open(SIGN_IN).text
    there = come_back(pages, writing[0].email)
    assert there == writing[1]
    page = pages.open(there)
    assert str(page.form()["question"]).strip() == WORDS and "has not been sent" in page.text
    assert question(pages, there) == ""


def test_another_person_on_that_browser_never_sees_it(pages, cast, writing, stopped):
    other = cast.here.nurse
    other.set_password(PASSWORD)
    other.save()
    typed_too_late(pages, writing, stopped)
    there = come_back(pages, other.email)
    assert WORDS not in pages.get(there).content.decode() and question(pages, there) == ""
    pages.post("/account/sign-out/")
    assert question(pages, come_back(pages, writing[0].email)) == WORDS


def test_planted_when_it_is_not_asked_whose_it_is_row_security_still_holds(
    pages, cast, writing, stopped, monkeypatch, everything
):
    from waymark.foundation.access.context import acting

    typed_too_late(pages, writing, stopped)
    with acting(cast.here.actor("nurse")):
        assert TypedText.objects.count() == 0
    with acting(cast.here.actor("teacher")):
        assert TypedText.objects.count() == 1
    with everything():
        [row] = TypedText.objects.all()
        assert typed_text._opened(cast.here.nurse, row) is None, "another person’s key opens it"
        assert WORDS not in row.sealed
        monkeypatch.setattr(typed_text, "_purpose", lambda user: "one key for all")
        row.sealed = sealing.seal('{"question": ["planted"]}', "one key for all")
        assert typed_text._opened(cast.here.nurse, row) is not None, "the test above could not fail"


def test_after_half_an_hour_it_is_forgotten(pages, writing, stopped, everything):
    typed_too_late(pages, writing, stopped)
    with everything():
        TypedText.objects.update(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    stopped.on(minutes=30, seconds=1)
    assert question(pages, come_back(pages, writing[0].email)) == ""
    typed_text.forget_old(clock.now())
    with everything():
        assert TypedText.objects.count() == 0


def test_planted_without_the_keeping_the_words_are_lost(pages, writing, stopped, monkeypatch):
    monkeypatch.setattr(typed_text, "keep", lambda *given: None)
    typed_too_late(pages, writing, stopped)
    assert question(pages, come_back(pages, writing[0].email)) == ""


def test_a_password_is_never_kept(pages, person, stopped, everything):
    sign_in(pages)
    form = pages.open("/account/password/").form() | {
        "oldpassword": PASSWORD,
        "password1": "seven loud herons wade",
    }
    stopped.on(minutes=31)
    pages.send("/account/password/", form)
    with everything():
        assert TypedText.objects.count() == 0
    assert not typed_text.may_keep("password1") and not typed_text.may_keep("once")


def test_the_same_form_sent_again_after_signing_in_is_done(pages, writing, stopped):
    sign_in(pages, writing[0].email)
    form = pages.open(writing[1]).form() | {"question": WORDS}
    stopped.on(minutes=31)
    pages.send(writing[1], form)
    come_back(pages, writing[0].email)
    assert pages.send(writing[1], form).response["Location"] != f"{SIGN_IN}?next={writing[1]}"


def test_typing_is_saved_and_forgotten_when_the_form_is_sent(pages, writing, everything):
    sign_in(pages, writing[0].email)
    form = pages.open(writing[1]).form()
    answer = pages.post("/account/typed/", form | {"question": WORDS, "page": writing[1]})
    assert answer.json()["said"].startswith("Saved at ")
    assert question(pages, writing[1]) == WORDS
    pages.post("/account/typed/", form | {"question": WORDS, "page": writing[1]})
    pages.send(writing[1], pages.open(writing[1]).form() | {"question": WORDS})
    with everything():
        assert TypedText.objects.count() == 0


def test_a_page_says_when_the_session_ends_and_has_a_link_that_renews_it(pages, person):
    sign_in(pages)
    page = pages.open(ACCOUNT)
    assert page.tree.xpath("//aside//a[@href='/account/stay/']")
    assert 1790 <= int(page.tree.xpath("//dialog[@id='waymark-session']/@data-seconds")[0]) <= 1800
    assert "signed out at" in pages.open("/account/stay/").text
    assert pages.get("/account/stay/", headers={"accept": "application/json"}).json()["seconds"] > 1700
    assert not Pages().open(SIGN_IN).tree.xpath("//dialog[@id='waymark-session']")
