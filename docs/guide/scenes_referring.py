"""Pictures of whoever refers: the form, its safeguarding lead, documents, a visitor’s link, advice."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from camera import Camera

TEACHER = "Teacher"
DSL = "Designated safeguarding lead of the school"
CONCERN = {
    "words": "Said in the break: “They all deserve what is coming.”",
    "happened_on__day": "12",
    "happened_on__month": "11",
    "happened_on__year": "2026",
    "standing": "fact",
}
ANSWERS: dict[str, dict[str, Any]] = {
    "name": {"forenames": "Rowan", "surname": "Tillbrookley"},
    "born": {"born__month": "5", "born__year": "2011"},
    "gender": {"gender": "male"},
    "learns": {"learns": "no"},
    "language": {"language": "English", "interpreter": "no"},
    "children": {"children": "no"},
    "arose": {"on__month": "10", "on__year": "2026"},
    "ideas": {"ideas": "unclear"},
    "lead": {"talked": "yes", "result": "Agreed to ask the council."},
    "person": {"told": "not_yet"},
    "person_not_yet": {"because": "We want to agree with the council who tells him."},
    "parent": {"told": "not_yet"},
    "parent_not_yet": {"because": "They come in on Friday."},
    "referring": {
        "name": "Bryony Thackwell",
        "job": "Teacher",
        "organisation": "Harrowmere Invented Academy",
        "relationship": "I am his form tutor",
        "phone": "01632 960 123",
    },
    "raiser": {"who": "me"},
    "anonymity": {"wanted": "no"},
}
CODE = re.compile(r"/drafts/[^/]+/([a-z_]+)/")
PICTURES = {"name": "form-name", "born": "form-born", "person": "form-told"}


def opening(camera: Camera) -> None:
    """What anybody sees first."""
    camera.become("")
    for name, path in (
        ("landing", "/"),
        ("sign-in-as", "/account/sign-in-as/"),
        ("sign-in", "/account/sign-in/"),
    ):
        camera.go(path)
        camera.take(name)


def advice(camera: Camera) -> None:
    camera.become(TEACHER)
    camera.go("/referrals/advice/ask/")
    camera.take("partner-advice")


def form(camera: Camera) -> None:
    """A teacher fills in the form and sends it to her safeguarding lead, who sends it to the council."""
    camera.become(TEACHER)
    camera.go("/referrals/")
    camera.take("partner-start", phone=True)
    _begin(camera, pictures=True)
    camera.take("form-tasks", phone=True)
    _write(camera, ANSWERS, pictures=True)
    camera.go(camera.page.url + "check/")
    camera.take("form-check", phone=True)
    camera.press()
    camera.take("form-with-lead")
    camera.become(DSL)
    camera.go("/referrals/waiting/")
    camera.take("dsl-waiting", phone=True)
    camera.page.locator("main a[href*='/referrals/waiting/']").last.click()
    camera.take("dsl-decide")
    camera.fill(decision="send")
    camera.press()
    camera.take("dsl-sent")


def follow(camera: Camera) -> None:
    """How far a referral is, and a note to it; the documents that go with it, one of them refused."""
    camera.become(TEACHER)
    camera.go("/referrals/mine/")
    camera.take("partner-mine")
    camera.follow(r"R-[\w-]+")
    camera.take("partner-progress", phone=True)


def documents(camera: Camera) -> None:
    """A text file that waits for the virus checker, and a file that is not what its name says."""
    camera.become(TEACHER)
    camera.go("/referrals/mine/")
    camera.page.locator("main a[href*='/drafts/']").first.click()
    camera.follow("^Documents that go with it$")
    camera.follow("^Add a document$")
    camera.take("document-add")
    with TemporaryDirectory() as folder:
        _choose(camera, Path(folder) / "Letter to the parents.pdf", b"MZ\x90 this is a program, not a paper")
        camera.take("document-refused")
        _choose(camera, Path(folder) / "What I wrote down.txt", b"Monday: said nothing all day.\n")
    camera.take("document-waiting")


def refer(camera: Camera, answers: dict[str, dict[str, Any]]) -> str:
    """A whole referral without pictures; its reference."""
    camera.go("/referrals/")
    _begin(camera, pictures=False)
    _write(camera, ANSWERS | answers, pictures=False)
    camera.go(camera.page.url + "check/")
    camera.press()
    return camera.found()


def visitor(camera: Camera) -> None:
    """Somebody without an account asks for a link, opens it from the letter, and starts."""
    camera.become("")
    camera.go("/referrals/link/")
    camera.take("visitor-ask", phone=True)
    camera.fill(email="warden@sheltered-homes.example", authority="1")
    camera.press()
    camera.take("visitor-sent")
    camera.go(_letter(camera, "/referrals/link/open/"))
    camera.take("visitor-open")
    camera.press()
    camera.take("visitor-mine", phone=True)
    camera.close("")


def _begin(camera: Camera, *, pictures: bool) -> None:
    """Immediate danger first, then what is no reason to refer, then the draft."""
    camera.follow("Start now")
    camera.fill(danger="no")
    camera.take("form-danger", wanted=pictures)
    camera.press()
    camera.take("form-before", wanted=pictures)
    camera.follow("^Continue$")
    camera.fill(talked="yes")
    for box in camera.page.locator("main input[type=checkbox]").all():
        box.check()
    camera.take("form-begin", wanted=pictures)
    camera.press()


def _write(camera: Camera, answers: dict[str, dict[str, Any]], *, pictures: bool) -> None:
    """Every page that the list of sections leads to."""
    for _each in range(60):
        code = CODE.search(camera.page.url)
        if code is not None:
            _answer(camera, code.group(1), answers, pictures=pictures)
            continue
        waiting = camera.page.locator(".govuk-task-list__item", has_not_text="Completed")
        if not waiting.count():
            return
        with camera.page.expect_navigation():
            waiting.first.locator("a").click()
    raise SystemExit(f"the form does not end at {camera.page.url}")


def _answer(camera: Camera, code: str, answers: dict[str, dict[str, Any]], *, pictures: bool) -> None:
    page = camera.page.locator("main")
    if page.locator("[name='more']").count():
        written = page.locator(".govuk-summary-card").count()
        camera.take("form-concerns", wanted=pictures and code == "concern" and written > 0)
        camera.fill(more="yes" if code == "concern" and not written else "no")
    elif code == "concern":
        _word_concern(camera, pictures=pictures)
    else:
        camera.fill(**answers.get(code, {}))
        camera.take(PICTURES.get(code, ""), wanted=pictures and code in PICTURES)
    camera.press("Continue")


def _word_concern(camera: Camera, *, pictures: bool) -> None:
    """First without a date, to show what the page then says."""
    camera.fill(**CONCERN)
    camera.take("form-concern", phone=True, wanted=pictures)
    if pictures:
        camera.fill(happened_on__day="", happened_on__month="", happened_on__year="")
        camera.press("Continue")
        camera.take("form-error")
        camera.fill(**CONCERN)


def _choose(camera: Camera, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    camera.page.locator("main input[type=file]").set_input_files(path)
    camera.press()


def _letter(camera: Camera, part: str) -> str:
    """The newest link with `part` in the letters that the demonstration keeps as files."""
    letters = sorted((camera.data / "post").glob("*.log"), key=lambda path: path.stat().st_mtime)
    for letter in reversed(letters):
        link = re.search(rf"https?://[^/\s]+({re.escape(part)}\S+)", letter.read_text(encoding="utf-8"))
        if link:
            return link.group(1)
    raise SystemExit("no letter came")
