"""A teacher refers a concern; her safeguarding lead sends it; an officer decides; the teacher reads what became of it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.kernel import clock

from .conftest import Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

NAME = "Quillon"
NOTE = "Thank you. Please keep supporting the person."
REASON = "The school explained what was meant and nothing else points to a concern."
PAGE = re.compile(r"/drafts/[^/]+/([a-z_]+)/")
REFERENCE = re.compile(r"R-[0-9A-Z]{5}-[0-9A-Z]{5}")
PAGES: dict[str, dict[str, str]] = {
    "name": {"forenames": NAME, "surname": "Ambrefeather"},
    "born": {"born__month": "5", "born__year": "2012"},
    "gender": {"gender": "male"},
    "learns": {"learns": "no"},
    "language": {"language": "English", "interpreter": "no"},
    "children": {"children": "no"},
    "arose": {"on__month": "2", "on__year": "2026"},
    "lead": {"talked": "yes"},
    "person": {"told": "not_yet"},
    "person_not_yet": {"because": "The parents are asked first."},
    "parent": {"told": "not_yet"},
    "parent_not_yet": {"because": "They come in on Friday."},
    "referring": {
        "name": "Rowan Tillbrook", "job": "Teacher", "organisation": "School", "relationship": "Form tutor",
        "phone": "01632 960 001",
    },
    "raiser": {"who": "me"},
    "anonymity": {"wanted": "no"},
}  # fmt: skip
ROWS = {
    "concern": {
        "words": "Said: I will find a way to join them.", "happened_on__day": "27", "happened_on__month": "3",
        "happened_on__year": "2026", "standing": "fact",
    }
}  # fmt: skip


@pytest.fixture
def sessions() -> dict[str, str]:
    """The session of everybody who plays, made before the browser opens."""
    cast = Cast()
    here = {who: cast.here.user(who) for who in ("teacher", "dsl", "officer", "lead", "other_dsl")}
    everybody = here | {"stranger": cast.there.user("officer")}
    return {who: Pages().sign_in(user).cookies["sessionid"].value for who, user in everybody.items()}


def become(reader: Reader, sessions: dict[str, str], who: str) -> None:
    reader.window.become(sessions[who])


def write(reader: Reader) -> None:
    """Every page that the task list leads to, section by section; a wrong answer first."""
    reader.follow(reader.page.locator(".govuk-task-list__link"))
    reader.fill(forenames="", surname="")
    reader.click("Continue")
    assert "There is a problem" in reader.text()
    for _each in range(60):
        code = PAGE.search(reader.page.url)
        if code is not None:
            answer_page(reader, code.group(1))
            continue
        waiting = reader.page.locator(".govuk-task-list__item", has_not_text="Completed")
        if not waiting.count():
            return
        reader.follow(waiting.first.locator("a"))
    raise AssertionError(f"the form does not end; it stands at {reader.page.url}: {reader.text()[:600]}")


def answer_page(reader: Reader, code: str) -> None:
    more = reader.page.locator("main [name='more']")
    if more.count():
        written = reader.page.locator("main .govuk-summary-card").count()
        reader.fill(more="yes" if code in ROWS and not written else "no")
    else:
        reader.fill(**(ROWS.get(code) or PAGES.get(code, {})))
    reader.click("Continue")


def test_from_a_teachers_worry_to_the_note_she_reads(sessions: dict[str, str], reader: Reader) -> None:
    reference = refer(reader, sessions)
    others_see_nothing(reader, sessions, reference)
    triage(reader, sessions, reference)
    become(reader, sessions, "teacher")
    reader.go(f"/referrals/mine/{reference}/")
    assert NOTE in reader.text()


def refer(reader: Reader, sessions: dict[str, str]) -> str:
    become(reader, sessions, "teacher")
    reader.go("/referrals/")
    assert "999" in reader.text()
    reader.click("Start now")
    begin(reader)
    write(reader)
    reader.go("/referrals/mine/")
    assert NAME not in reader.text()
    reader.follow(reader.page.locator("main a[href*='/draft']"))
    reader.click("Check your answers")
    assert NAME in reader.text()
    reader.send()
    become(reader, sessions, "dsl")
    reader.go("/referrals/waiting/")
    reader.follow(reader.page.locator("main a[href*='/referrals/waiting/']"))
    assert NAME in reader.text()
    reader.fill(decision="send")
    reader.send()
    become(reader, sessions, "teacher")
    reader.go("/referrals/mine/")
    found = REFERENCE.search(reader.text())
    assert found, reader.text()
    return found.group()


def begin(reader: Reader) -> None:
    """Immediate danger first, then what is no reason to refer, then the draft."""
    for _each in range(6):
        if "/drafts/" in reader.page.url:
            return
        for name in dict.fromkeys(
            box.get_attribute("name") for box in reader.page.locator("main input[type=radio]").all()
        ):
            reader.choose(str(name), "no")
        for box in reader.page.locator("main input[type=checkbox]").all():
            reader.choose(str(box.get_attribute("name")), str(box.get_attribute("value")))
        reader.follow(reader.page.locator("main form[method=post] button, main a.govuk-button"))
    raise AssertionError(f"no draft begins; it stands at {reader.page.url}")


def others_see_nothing(reader: Reader, sessions: dict[str, str], reference: str) -> None:
    become(reader, sessions, "other_dsl")
    reader.go(f"/referrals/mine/{reference}/", status=404)
    become(reader, sessions, "stranger")
    reader.go(f"/referrals/triage/{reference}/", status=404)
    reader.go("/referrals/triage/")
    assert reference not in reader.text()


def triage(reader: Reader, sessions: dict[str, str], reference: str) -> None:
    one = f"/referrals/triage/{reference}/"
    become(reader, sessions, "officer")
    reader.go("/referrals/triage/")
    assert reference in reader.text() and NAME not in reader.text()
    reader.go(one)
    reader.click("Take this referral")
    assert NAME in reader.text()
    reader.go(one + "decide/")
    reader.fill(outcome="close", options="Advice.", reason=REASON, relied_on="A call.", note=NOTE)
    reader.send()
    assert "There is a problem" in reader.text(), "a referral closed with a concern unmarked"
    reader.go(one)
    reader.follow(reader.page.locator("#concerns a[href*='/concerns/']:not([href$='/add/'])"))
    reader.fill(mark="resolved", violence="no", note="Asked the form tutor.")
    reader.send()
    again = clock.today() + timedelta(days=30)
    for hearer in ("person", "parent"):
        reader.go(one + "told/")
        reader.fill(
            hearer=hearer, told="no", not_yet_because="They come in on Friday.", decide_again_on__day=str(again.day),
            decide_again_on__month=str(again.month), decide_again_on__year=str(again.year),
        )  # fmt: skip
        reader.send()
    reader.go(one + "social-care/")
    reader.fill(service="children", told="no", why_not="They know the family.")
    reader.send()
    reader.go(one + "decide/")
    reader.fill(outcome="close", options="Advice.", reason=REASON, relied_on="A call.", note=NOTE)
    reader.send()
    assert "no further action" in reader.text()
